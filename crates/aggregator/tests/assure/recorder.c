/* Preloaded into the program under test: writes down, in order, every write, truncation and sync
 * of the files whose names matter, so that a power cut can be simulated at any point.
 *
 * RECORD_TO   the record; without it nothing is written down
 * SLOW_SYNC   milliseconds that every sync takes longer, like a slow disk
 * FAIL_SYNC   a file; while it is there, syncs of the log fail, like those of a broken disk
 *
 * One record: kind (1 byte: w, t, s), file (1 byte: 0 database, 1 log, 2 acknowledgements),
 * offset (8 bytes), length (8 bytes), then for w the bytes. Numbers as the machine has them. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define FILES 4096
#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static signed char tracked[FILES]; /* 1 + file, 0 for all others */
static int record = -1;

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef int (*open_fn)(const char *, int, ...);
typedef int (*fd_fn)(int);
typedef int (*truncate_fn)(int, off_t);

static int is_tracked(int fd) { return fd >= 0 && fd < FILES && tracked[fd]; }

static void put(const void *bytes, size_t length) {
    if (NEXT(write_fn, "write")(record, bytes, length) != (ssize_t)length) abort();
}

static void note(char kind, int fd, uint64_t offset, uint64_t length, const void *bytes) {
    const char *to = getenv("RECORD_TO");
    if (!to) return;
    if (record < 0) record = NEXT(open_fn, "open")(to, O_WRONLY | O_CREAT | O_APPEND, 0600);
    char head[2] = {kind, (char)(tracked[fd] - 1)};
    put(head, 2);
    put(&offset, 8);
    put(&length, 8);
    if (kind == 'w') put(bytes, length);
}

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int opened(int fd, const char *path) {
    if (fd < 0 || fd >= FILES) return fd;
    tracked[fd] = ends_with(path, "statistics.db")       ? 1
                  : ends_with(path, "statistics.db-wal") ? 2
                  : ends_with(path, "acknowledged")      ? 3
                                                         : 0;
    return fd;
}

static mode_t mode_of(int flags, va_list rest) { return flags & O_CREAT ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return opened(NEXT(open_fn, "open")(path, flags, mode), path);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return opened(NEXT(open_fn, "open64")(path, flags, mode), path);
}

int close(int fd) {
    if (fd >= 0 && fd < FILES) tracked[fd] = 0;
    return NEXT(fd_fn, "close")(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    if (!is_tracked(fd)) return NEXT(write_fn, "write")(fd, bytes, length);
    pthread_mutex_lock(&lock);
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t written = NEXT(write_fn, "write")(fd, bytes, length);
    if (written > 0) note('w', fd, (uint64_t)offset, (uint64_t)written, bytes);
    pthread_mutex_unlock(&lock);
    return written;
}

static ssize_t positioned(const char *name, int fd, const void *bytes, size_t length, off_t offset) {
    typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);
    if (!is_tracked(fd)) return NEXT(pwrite_fn, name)(fd, bytes, length, offset);
    pthread_mutex_lock(&lock);
    ssize_t written = NEXT(pwrite_fn, name)(fd, bytes, length, offset);
    if (written > 0) note('w', fd, (uint64_t)offset, (uint64_t)written, bytes);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    return positioned("pwrite", fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
    return positioned("pwrite64", fd, bytes, length, offset);
}

static int truncated(const char *name, int fd, off_t length) {
    if (!is_tracked(fd)) return NEXT(truncate_fn, name)(fd, length);
    pthread_mutex_lock(&lock);
    int result = NEXT(truncate_fn, name)(fd, length);
    if (result == 0) note('t', fd, 0, (uint64_t)length, NULL);
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate(int fd, off_t length) { return truncated("ftruncate", fd, length); }
int ftruncate64(int fd, off_t length) { return truncated("ftruncate64", fd, length); }

static int synced(const char *name, int fd) {
    const char *slow = getenv("SLOW_SYNC");
    if (slow) {
        struct timespec pause = {0, atol(slow) * 1000000L};
        nanosleep(&pause, NULL);
    }
    if (!is_tracked(fd)) return NEXT(fd_fn, name)(fd);
    const char *fail = getenv("FAIL_SYNC");
    if (fail && tracked[fd] == 2 && access(fail, F_OK) == 0) {
        errno = EIO;
        return -1;
    }
    pthread_mutex_lock(&lock);
    int result = NEXT(fd_fn, name)(fd);
    if (result == 0) note('s', fd, 0, 0, NULL);
    pthread_mutex_unlock(&lock);
    return result;
}

int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
