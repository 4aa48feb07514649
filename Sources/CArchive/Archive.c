#include "CArchive.h"
#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

struct lingua_archive {
  const uint8_t *bytes;
  int64_t count;
  int64_t place;
  unzFile file;
};

static voidpf open_bytes(voidpf opaque, const char *name, int mode) {
  (void)name, (void)mode;
  return opaque;
}

static uLong read_bytes(voidpf opaque, voidpf stream, void *buffer, uLong count) {
  (void)stream;
  lingua_archive *self = opaque;
  uLong rest = (uLong)(self->count - self->place);
  if (count > rest) count = rest;
  memcpy(buffer, self->bytes + self->place, count);
  self->place += (int64_t)count;
  return count;
}

static long tell_bytes(voidpf opaque, voidpf stream) {
  (void)stream;
  return (long)((lingua_archive *)opaque)->place;
}

static long seek_bytes(voidpf opaque, voidpf stream, uLong offset, int origin) {
  (void)stream;
  lingua_archive *self = opaque;
  int64_t base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? self->place : self->count;
  if (offset > (uLong)(self->count - base)) return -1;
  self->place = base + (int64_t)offset;
  return 0;
}

static int close_bytes(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

lingua_archive *lingua_archive_open(const uint8_t *bytes, int64_t count) {
  lingua_archive *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->bytes = bytes;
  self->count = count;
  zlib_filefunc_def functions = {
      .zopen_file = open_bytes,
      .zread_file = read_bytes,
      .ztell_file = tell_bytes,
      .zseek_file = seek_bytes,
      .zclose_file = close_bytes,
      .zerror_file = close_bytes,
      .opaque = self,
  };
  self->file = unzOpen2("", &functions);
  if (!self->file) {
    free(self);
    return NULL;
  }
  return self;
}

bool lingua_archive_find(lingua_archive *self, const char *name, lingua_archive_entry *entry) {
  unz_file_info64 info;
  if (unzLocateFile(self->file, name, 2) != UNZ_OK) return false;
  if (unzGetCurrentFileInfo64(self->file, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK) return false;
  *entry = (lingua_archive_entry){(int64_t)info.compressed_size, (int64_t)info.uncompressed_size, info.flag & 1};
  return true;
}

bool lingua_archive_begin(lingua_archive *self) { return unzOpenCurrentFile(self->file) == UNZ_OK; }

int32_t lingua_archive_read(lingua_archive *self, uint8_t *buffer, int32_t count) {
  return unzReadCurrentFile(self->file, buffer, (unsigned)count);
}

bool lingua_archive_end(lingua_archive *self) { return unzCloseCurrentFile(self->file) == UNZ_OK; }

void lingua_archive_close(lingua_archive *self) {
  if (!self) return;
  unzClose(self->file);
  free(self);
}
