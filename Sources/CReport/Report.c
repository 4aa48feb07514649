#include "CReport.h"

// #embed is C23; clang has it as an extension before that.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char head[] = {
#embed "head.mustache"
};
static const unsigned char document[] = {
#embed "document.mustache"
};
static const unsigned char foot[] = {
#embed "foot.mustache"
};
static const unsigned char style[] = {
#embed "report.css"
};
static const unsigned char tools[] = {
#embed "tools.js"
};
static const unsigned char script[] = {
#embed "report.js"
};
static const unsigned char glossary_style[] = {
#embed "glossary.css"
};
static const unsigned char glossary_script[] = {
#embed "glossary.js"
};
static const unsigned char changes[] = {
#embed "changes.mustache"
};
static const unsigned char change_style[] = {
#embed "changes.css"
};
static const unsigned char check[] = {
#embed "check.mustache"
};
static const unsigned char check_style[] = {
#embed "check.css"
};

#define ROW(name, bytes) {name, bytes, sizeof(bytes)}
static const lingua_report_file files[] = {
    ROW("head.mustache", head),
    ROW("document.mustache", document),
    ROW("foot.mustache", foot),
    ROW("report.css", style),
    ROW("tools.js", tools),
    ROW("report.js", script),
    ROW("glossary.css", glossary_style),
    ROW("glossary.js", glossary_script),
    ROW("changes.mustache", changes),
    ROW("changes.css", change_style),
    ROW("check.mustache", check),
    ROW("check.css", check_style),
};

const lingua_report_file *lingua_report_files(size_t *count) {
  *count = sizeof(files) / sizeof(files[0]);
  return files;
}
