// The plain C face of libxml2's event parsers: markup goes in by chunks as UTF-8, elements and text come out.
// Nothing is loaded, no entity is expanded but XML's five and HTML's own, and hostile input meets limits.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef struct lingua_markup lingua_markup;
/// One attribute: a name that ends with 0 and `count` bytes of value.
typedef struct { const char *name; const char *value; int64_t count; } lingua_attribute;
/// What takes the events; names are local names without their prefix, in HTML in lower case. The root of XML has its
/// namespace as the attribute "xmlns", however it was declared.
typedef struct {
  void (*start)(void *context, const char *name, const lingua_attribute *attributes, int32_t count, int32_t line);
  void (*end)(void *context);
  void (*text)(void *context, const char *bytes, int64_t count);
} lingua_markup_events;

typedef enum {
  LINGUA_MARKUP_NONE = 0,
  LINGUA_MARKUP_SYNTAX = 1,     // not well formed
  LINGUA_MARKUP_DEPTH = 2,      // elements nested too deeply
  LINGUA_MARKUP_ENTITIES = 3,   // declares entities
  LINGUA_MARKUP_ATTRIBUTE = 4,  // an attribute too long, or too many in one element
  LINGUA_MARKUP_MEMORY = 5
} lingua_markup_problem;
/// What went wrong first: places are from 1; the message is libxml2's, in English.
typedef struct { int32_t problem; int32_t line; int32_t column; char message[160]; } lingua_markup_failure;

/// A parser, of HTML with all the repairs that a browser does, or of XML. Null where there is no memory.
lingua_markup *lingua_markup_open(bool html, const lingua_markup_events *events, void *context);
/// Parses what follows; `last` says that the document ends with it.
/// Returns whether to go on: false once the document cannot be read. HTML that is mended goes on.
bool lingua_markup_feed(lingua_markup *parser, const char *bytes, int32_t count, bool last);
/// The first failure; one whose problem is NONE where there was none.
void lingua_markup_first_failure(const lingua_markup *parser, lingua_markup_failure *failure);
/// The line that the parser has come to, from 1.
int32_t lingua_markup_line(const lingua_markup *parser);
void lingua_markup_close(lingua_markup *parser);
