#include "CXML.h"
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Far beyond any page that an OCR program writes, and far below what would exhaust a stack or a memory.
enum { deepest = 256, longest_value = 1 << 20, most_attributes = 256 };

struct lingua_markup {
  lingua_markup_events events;
  void *context;
  xmlParserCtxtPtr parser;
  bool html;
  int32_t depth;
  bool stopped;
  lingua_markup_failure failure;
};

static void make_parser_ready(void) { xmlInitParser(); }

static int32_t line_of(const lingua_markup *self) {
  return self->parser && self->parser->input ? self->parser->input->line : 0;
}

static void note(lingua_markup *self, int32_t problem, int32_t line, int32_t column, const char *message) {
  if (self->failure.problem != LINGUA_MARKUP_NONE) return;
  self->failure.problem = problem;
  self->failure.line = line > 0 ? line : 1;
  self->failure.column = column > 0 ? column : 1;
  size_t count = message ? strlen(message) : 0;
  while (count > 0 && (message[count - 1] == '\n' || message[count - 1] == ' ')) count -= 1;
  if (count >= sizeof self->failure.message) count = sizeof self->failure.message - 1;
  if (count > 0) memcpy(self->failure.message, message, count);
  self->failure.message[count] = 0;
}

// Ends the parse for a reason of our own, which is told even where HTML was mended before.
static void stop(lingua_markup *self, int32_t problem) {
  if (self->stopped) return;
  self->stopped = true;
  self->failure.problem = LINGUA_MARKUP_NONE;
  int32_t column = self->parser && self->parser->input ? self->parser->input->col : 0;
  note(self, problem, line_of(self), column, NULL);
  if (self->parser) xmlStopParser(self->parser);
}

static bool enter(lingua_markup *self) {
  if (self->stopped) return false;
  self->depth += 1;
  if (self->depth > deepest) stop(self, LINGUA_MARKUP_DEPTH);
  return !self->stopped;
}

static void start_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                      const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  lingua_markup *self = data;
  if (!enter(self)) return;
  if (count > most_attributes) return stop(self, LINGUA_MARKUP_ATTRIBUTE);
  lingua_attribute list[most_attributes + 1];
  for (int k = 0; k < count; k++) {
    const xmlChar **one = attributes + 5 * k;
    list[k] = (lingua_attribute){(const char *)one[0], (const char *)one[3], one[4] - one[3]};
    if (list[k].count > longest_value) return stop(self, LINGUA_MARKUP_ATTRIBUTE);
  }
  if (self->depth == 1 && uri)
    list[count++] = (lingua_attribute){"xmlns", (const char *)uri, (int64_t)strlen((const char *)uri)};
  self->events.start(self->context, (const char *)name, list, count, line_of(self));
}

static void start_html(void *data, const xmlChar *name, const xmlChar **attributes) {
  lingua_markup *self = data;
  if (!enter(self)) return;
  lingua_attribute list[most_attributes];
  int32_t count = 0;
  for (const xmlChar **one = attributes; one && one[0]; one += 2) {
    if (count == most_attributes) return stop(self, LINGUA_MARKUP_ATTRIBUTE);
    const char *value = one[1] ? (const char *)one[1] : "";
    list[count] = (lingua_attribute){(const char *)one[0], value, (int64_t)strlen(value)};
    if (list[count++].count > longest_value) return stop(self, LINGUA_MARKUP_ATTRIBUTE);
  }
  const char *local = strrchr((const char *)name, ':');
  self->events.start(self->context, local ? local + 1 : (const char *)name, list, count, line_of(self));
}

static void leave(lingua_markup *self) {
  if (self->stopped || self->depth == 0) return;
  self->depth -= 1;
  self->events.end(self->context);
}

static void end_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  leave(data);
}

static void end_html(void *data, const xmlChar *name) {
  (void)name;
  leave(data);
}

static void take_text(void *data, const xmlChar *bytes, int count) {
  lingua_markup *self = data;
  if (!self->stopped && count > 0) self->events.text(self->context, (const char *)bytes, count);
}

static void refuse_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                          const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(data, LINGUA_MARKUP_ENTITIES);
}

static void take_error(void *data, xmlErrorPtr error) {
  lingua_markup *self = data;
  if (self->stopped || error->level < XML_ERR_ERROR) return;
  // Names that HTML does not have are no damage: poppler writes its own.
  if (self->html && error->code == XML_HTML_UNKNOWN_TAG) return;
  // What libxml2 says of a document that was cut off in its text speaks of content behind the end.
  bool is_cut_off = !self->html && error->code == XML_ERR_DOCUMENT_END && self->depth > 0;
  note(self, error->code == XML_ERR_NO_MEMORY ? LINGUA_MARKUP_MEMORY : LINGUA_MARKUP_SYNTAX, error->line, error->int2,
       is_cut_off ? "the document ends inside an element" : error->message);
}

lingua_markup *lingua_markup_open(bool html, const lingua_markup_events *events, void *context) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_parser_ready);
  lingua_markup *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->events = *events;
  self->context = context;
  self->html = html;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.characters = take_text;
  handler.ignorableWhitespace = take_text;
  handler.serror = take_error;
  if (html) {
    handler.startElement = start_html;
    handler.endElement = end_html;
    self->parser = htmlCreatePushParserCtxt(&handler, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (self->parser) htmlCtxtUseOptions(self->parser, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER);
  } else {
    handler.startElementNs = start_xml;
    handler.endElementNs = end_xml;
    handler.cdataBlock = take_text;
    handler.entityDecl = refuse_entity;
    self->parser = xmlCreatePushParserCtxt(&handler, self, NULL, 0, NULL);
    if (self->parser) xmlCtxtUseOptions(self->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  }
  if (!self->parser) {
    free(self);
    return NULL;
  }
  return self;
}

bool lingua_markup_feed(lingua_markup *self, const char *bytes, int32_t count, bool last) {
  if (self->stopped) return false;
  if (self->html) {
    htmlParseChunk(self->parser, bytes, count, last);
    return !self->stopped;
  }
  xmlParseChunk(self->parser, bytes, count, last);
  if (!self->parser->wellFormed || self->failure.problem != LINGUA_MARKUP_NONE) {
    if (self->failure.problem == LINGUA_MARKUP_NONE) note(self, LINGUA_MARKUP_SYNTAX, line_of(self), 0, NULL);
    self->stopped = true;
  }
  return !self->stopped;
}

void lingua_markup_first_failure(const lingua_markup *self, lingua_markup_failure *failure) {
  *failure = self->failure;
}

int32_t lingua_markup_line(const lingua_markup *self) { return line_of(self); }

void lingua_markup_close(lingua_markup *self) {
  if (!self) return;
  // No tree is built, but a document type leaves one behind.
  if (self->parser->myDoc) xmlFreeDoc(self->parser->myDoc);
  self->parser->myDoc = NULL;
  xmlFreeParserCtxt(self->parser);
  free(self);
}
