// The plain C face of libxlsxwriter: sheets of text and numbers, written row by row in constant memory.
// A cell's text is always text: nothing is taken for a formula, a number or a link.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef struct lingua_workbook lingua_workbook;
/// How a cell looks.
typedef enum { LINGUA_CELL_PLAIN = 0, LINGUA_CELL_HEADER = 1, LINGUA_CELL_REVIEW = 2 } lingua_cell_style;

/// A workbook that will be a file at `path`; `created` is in seconds since 1970 and not 0, which would be the time of
/// day. Null where there is no memory.
lingua_workbook *lingua_workbook_open(const char *path, int64_t created);
/// Begins a sheet; what is written follows in it, row by row from the top. The first row stays in view.
bool lingua_workbook_sheet(lingua_workbook *book, const char *name);
/// The width of a column of the sheet in characters.
void lingua_workbook_width(lingua_workbook *book, int32_t column, double width);
/// Writes a cell. Returns libxlsxwriter's error, 0 for none.
int32_t lingua_workbook_text(lingua_workbook *book, int64_t row, int32_t column, const char *text, int32_t style);
int32_t lingua_workbook_number(lingua_workbook *book, int64_t row, int32_t column, double value, int32_t style);
/// Lets a column from the second row to `last_row` take these values only, from a list; `choices` ends with null.
int32_t lingua_workbook_choices(lingua_workbook *book, int32_t column, int64_t last_row, char **choices);
/// Gives the heads of the columns up to `last_column` filters of the rows up to `last_row`.
int32_t lingua_workbook_filter(lingua_workbook *book, int64_t last_row, int32_t last_column);
/// Writes the file and frees the workbook. Returns libxlsxwriter's error, 0 for none.
int32_t lingua_workbook_close(lingua_workbook *book);
