#include "CWorkbook.h"
#include <stdlib.h>
#include <xlsxwriter.h>

struct lingua_workbook {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *styles[3];
};

lingua_workbook *lingua_workbook_open(const char *path, int64_t created) {
  lingua_workbook *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_FALSE};
  self->book = workbook_new_opt(path, &options);
  if (!self->book) {
    free(self);
    return NULL;
  }
  lxw_doc_properties properties = {.created = (time_t)created};
  workbook_set_properties(self->book, &properties);
  for (int k = 0; k < 3; k++) {
    self->styles[k] = workbook_add_format(self->book);
    if (!self->styles[k]) {
      lingua_workbook_close(self);
      return NULL;
    }
    format_set_align(self->styles[k], LXW_ALIGN_VERTICAL_TOP);
    if (k != LINGUA_CELL_HEADER) format_set_text_wrap(self->styles[k]);
  }
  format_set_bold(self->styles[LINGUA_CELL_HEADER]);
  format_set_bottom(self->styles[LINGUA_CELL_HEADER], LXW_BORDER_THIN);
  format_set_bg_color(self->styles[LINGUA_CELL_HEADER], 0xE9ECF0);
  format_set_bg_color(self->styles[LINGUA_CELL_REVIEW], 0xFDEBC3);
  return self;
}

bool lingua_workbook_sheet(lingua_workbook *self, const char *name) {
  self->sheet = workbook_add_worksheet(self->book, name);
  if (self->sheet) worksheet_freeze_panes(self->sheet, 1, 0);
  return self->sheet;
}

void lingua_workbook_width(lingua_workbook *self, int32_t column, double width) {
  worksheet_set_column(self->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
}

int32_t lingua_workbook_text(lingua_workbook *self, int64_t row, int32_t column, const char *text, int32_t style) {
  return worksheet_write_string(self->sheet, (lxw_row_t)row, (lxw_col_t)column, text, self->styles[style]);
}

int32_t lingua_workbook_number(lingua_workbook *self, int64_t row, int32_t column, double value, int32_t style) {
  return worksheet_write_number(self->sheet, (lxw_row_t)row, (lxw_col_t)column, value, self->styles[style]);
}

int32_t lingua_workbook_choices(lingua_workbook *self, int32_t column, int64_t last_row, char **choices) {
  lxw_data_validation rule = {0};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = choices;
  return worksheet_data_validation_range(self->sheet, 1, (lxw_col_t)column, (lxw_row_t)last_row, (lxw_col_t)column,
                                         &rule);
}

int32_t lingua_workbook_filter(lingua_workbook *self, int64_t last_row, int32_t last_column) {
  return worksheet_autofilter(self->sheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)last_column);
}

int32_t lingua_workbook_close(lingua_workbook *self) {
  int32_t result = workbook_close(self->book);
  free(self);
  return result;
}
