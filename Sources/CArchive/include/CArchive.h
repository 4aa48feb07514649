// The plain C face of minizip: the files of a zip archive that lies in memory. Nothing is written to the disk.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef struct lingua_archive lingua_archive;
/// What is known of a file of an archive; sizes are what the archive says, which need not be true.
typedef struct { int64_t packed; int64_t size; bool is_encrypted; } lingua_archive_entry;

/// An archive of these bytes, which must live as long as it; null where they are none that can be read.
lingua_archive *lingua_archive_open(const uint8_t *bytes, int64_t count);
/// Looks a file up, letter case apart, and makes it the one to read. Returns whether there is one.
bool lingua_archive_find(lingua_archive *archive, const char *name, lingua_archive_entry *entry);
/// Begins to read the file that was found. Returns false where it is packed in a way that cannot be undone.
bool lingua_archive_begin(lingua_archive *archive);
/// The next bytes. Returns how many, 0 at the end, less for damage.
int32_t lingua_archive_read(lingua_archive *archive, uint8_t *buffer, int32_t count);
/// Ends reading. Returns false where what was read is not what the archive says it is.
bool lingua_archive_end(lingua_archive *archive);
void lingua_archive_close(lingua_archive *archive);
