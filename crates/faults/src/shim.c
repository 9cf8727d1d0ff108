/*
 * Stands between a program and its files: every operation below one folder is counted, can be
 * written down, and can be made to fail.
 *
 * Loaded with LD_PRELOAD into a dynamically linked program on Linux with glibc. It is told what to
 * do by the environment:
 *
 *   TIJORI_SHIM_UNDER   the folder, absolute and without links; nothing else is touched
 *   TIJORI_SHIM_LOG     a file to which every operation that succeeded is added (see log.rs)
 *   TIJORI_SHIM_AT      the number of the operation that fails, from 1; 0 or absent: none
 *   TIJORI_SHIM_OF      which operations count: n names, w writes, t truncations, s syncs, r reads;
 *                       absent: nwts
 *   TIJORI_SHIM_WITH    EIO, ENOSPC, EROFS, EDQUOT; short: half a write; kill: the program ends
 *                       before the operation; torn: half a write, then the program ends
 *   TIJORI_SHIM_STICKY  1: from that operation on, all that such a disk would refuse
 *   TIJORI_SHIM_HIDE    what the log keeps quiet, as if the program had never asked for it:
 *                       f syncs of files, d syncs of folders. It seeds faults that the model of a
 *                       power cut must find.
 *
 * What is mapped into memory is not seen: SQLite maps only the index of its log, which it makes
 * anew after a crash.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int is_ready, is_sticky, log_fd = -1;
static long fails_at, counted;
static const char *under, *kinds = "nwts", *with = "", *hidden = "";
static size_t under_length;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void get_ready(void) {
    if (is_ready) return;
    is_ready = 1;
    under = getenv("TIJORI_SHIM_UNDER");
    under_length = under ? strlen(under) : 0;
    if (getenv("TIJORI_SHIM_AT")) fails_at = atol(getenv("TIJORI_SHIM_AT"));
    if (getenv("TIJORI_SHIM_OF")) kinds = getenv("TIJORI_SHIM_OF");
    if (getenv("TIJORI_SHIM_WITH")) with = getenv("TIJORI_SHIM_WITH");
    if (getenv("TIJORI_SHIM_HIDE")) hidden = getenv("TIJORI_SHIM_HIDE");
    is_sticky = getenv("TIJORI_SHIM_STICKY") != NULL;
    const char *log = getenv("TIJORI_SHIM_LOG");
    if (log) {
        int fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        /* Out of the way of programs that expect the lowest number. */
        log_fd = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 500);
        if (fd >= 0) close(fd);
    }
}

static void enter(void) {
    pthread_mutex_lock(&turn);
    get_ready();
}

static void leave(void) {
    int kept = errno;
    pthread_mutex_unlock(&turn);
    errno = kept;
}

static int is_ours(const char *path) {
    return under && strncmp(path, under, under_length) == 0
        && (path[under_length] == '/' || path[under_length] == 0);
}

/* The path of an open file: the name it bears now. */
static int path_of(int fd, char *out) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, out, PATH_MAX - 1);
    if (length < 0) return 0;
    out[length] = 0;
    return is_ours(out);
}

/* A path as the system would read it: absolute. */
static int whole(int folder, const char *path, char *out) {
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
    } else {
        char start[PATH_MAX];
        if (folder == AT_FDCWD) {
            if (!getcwd(start, sizeof start)) return 0;
        } else if (!path_of(folder, start)) {
            return 0;
        }
        if (snprintf(out, PATH_MAX, "%s/%s", start, path) >= PATH_MAX) return 0;
    }
    return is_ours(out);
}

static void put(const char *header, const void *bytes, size_t length) {
    if (log_fd < 0) return;
    int kept = errno;
    struct iovec parts[2] = {{(void *)header, strlen(header)}, {(void *)bytes, length}};
    ssize_t written = REAL(writev)(log_fd, parts, 2);
    if (written != (ssize_t)(parts[0].iov_len + length)) abort();
    errno = kept;
}

static void note(const char *what, const char *one, const char *other) {
    char line[2 * PATH_MAX + 16];
    snprintf(line, sizeof line, "%s\t%s%s%s\n", what, one, other ? "\t" : "", other ? other : "");
    put(line, NULL, 0);
}

static int is(const char *word) { return strcmp(with, word) == 0; }

/* Whether such a disk, once broken, refuses this kind of operation. */
static int stays_refused(char kind, int needs_room) {
    if (is("ENOSPC") || is("EDQUOT")) return needs_room;
    if (is("EROFS")) return kind != 's' && kind != 'r';
    return 1;
}

/* Counts an operation. 0: go on; 1: fail with errno; 2: do half of it. */
static int judge(char kind, int needs_room) {
    if (!fails_at || !strchr(kinds, kind)) return 0;
    counted++;
    if (counted < fails_at) return 0;
    if (counted > fails_at && !(is_sticky && stays_refused(kind, needs_room))) return 0;
    if (is("kill")) kill(getpid(), SIGKILL);
    if (is("short") || is("torn")) return kind == 'w' ? 2 : 0;
    if (is("ENOSPC")) errno = ENOSPC;
    else if (is("EROFS")) errno = EROFS;
    else if (is("EDQUOT")) errno = EDQUOT;
    else errno = EIO;
    return 1;
}

/* ---- Names ---- */

static int open_any(int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    struct stat before;
    int ours = whole(folder, path, full) && (flags & O_TMPFILE) != O_TMPFILE;
    int was_there = ours && fstatat(folder, path, &before, 0) == 0;
    int makes = ours && (flags & O_CREAT) && !was_there;
    int cuts = ours && (flags & O_TRUNC) && was_there && before.st_size > 0;
    if ((makes || cuts) && judge('n', makes)) return -1;
    int fd = REAL(openat)(folder, path, flags, mode);
    if (fd >= 0 && makes) note("C", full, NULL);
    if (fd >= 0 && cuts) note("T", full, "0");
    return fd;
}

#define OPENS(name, folder, ...) \
    int name(__VA_ARGS__, int flags, ...) { \
        mode_t mode = 0; \
        if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        enter(); \
        int fd = open_any(folder, path, flags, mode); \
        leave(); \
        return fd; \
    }

OPENS(open, AT_FDCWD, const char *path)
OPENS(open64, AT_FDCWD, const char *path)
OPENS(openat, folder, int folder, const char *path)
OPENS(openat64, folder, int folder, const char *path)

/* An operation on one or two names: judged, done, noted. */
#define NAMES(ours, needs_room, call, what, one, other) \
    enter(); \
    int is_one_of_ours = (ours); \
    int result = is_one_of_ours && judge('n', needs_room) ? -1 : (call); \
    if (is_one_of_ours && result == 0) note(what, one, other); \
    leave(); \
    return result

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    char a[PATH_MAX], b[PATH_MAX];
    NAMES(whole(from_folder, from, a) & whole(to_folder, to, b), 0,
          REAL(renameat)(from_folder, from, to_folder, to), "R", a, b);
}

int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    char a[PATH_MAX], b[PATH_MAX];
    NAMES(whole(from_folder, from, a) & whole(to_folder, to, b), 1,
          REAL(linkat)(from_folder, from, to_folder, to, flags), "L", a, b);
}

int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int folder, const char *path, int flags) {
    char a[PATH_MAX];
    NAMES(whole(folder, path, a), 0, REAL(unlinkat)(folder, path, flags),
          flags & AT_REMOVEDIR ? "X" : "U", a, NULL);
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *path, mode_t mode) {
    char a[PATH_MAX];
    NAMES(whole(folder, path, a), 1, REAL(mkdirat)(folder, path, mode), "M", a, NULL);
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* ---- Bytes ---- */

static void note_bytes(const char *path, off_t at, const void *bytes, size_t length) {
    char header[PATH_MAX + 64];
    snprintf(header, sizeof header, "W\t%s\t%lld\t%zu\n", path, (long long)at, length);
    put(header, bytes, length);
}

/* Writes at a place, or where the file stands when `at` is -1. */
static ssize_t write_any(int fd, const void *bytes, size_t length, off_t at) {
    char path[PATH_MAX];
    int ours = fd != log_fd && path_of(fd, path);
    int fate = ours && length > 0 ? judge('w', 1) : 0;
    if (fate == 1) return -1;
    if (fate == 2) length = (length + 1) / 2;
    off_t place = at;
    if (ours && at < 0) {
        struct stat now;
        int appends = fcntl(fd, F_GETFL) & O_APPEND;
        place = appends && fstat(fd, &now) == 0 ? now.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t done = at < 0 ? REAL(write)(fd, bytes, length) : REAL(pwrite)(fd, bytes, length, at);
    if (ours && done > 0) note_bytes(path, place, bytes, (size_t)done);
    if (fd == 1 && !ours && done > 0) {
        char header[64];
        snprintf(header, sizeof header, "A\t%zd\n", done);
        put(header, bytes, (size_t)done);
    }
    if (fate == 2 && is("torn")) kill(getpid(), SIGKILL);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    enter();
    ssize_t done = write_any(fd, bytes, length, -1);
    leave();
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    enter();
    ssize_t done = write_any(fd, bytes, length, at);
    leave();
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    return pwrite(fd, bytes, length, at);
}

/* Part by part: a program must be able to live with that. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_MAX];
    enter();
    ssize_t done = 0;
    if (fd != 1 && !path_of(fd, path)) {
        done = REAL(writev)(fd, parts, count);
        leave();
        return done;
    }
    for (int i = 0; i < count; i++) {
        ssize_t part = write_any(fd, parts[i].iov_base, parts[i].iov_len, -1);
        if (part < 0 && done == 0) done = -1;
        if (part > 0) done += part;
        if (part != (ssize_t)parts[i].iov_len) break;
    }
    leave();
    return done;
}

int ftruncate(int fd, off_t length) {
    char path[PATH_MAX], size[32];
    enter();
    int ours = path_of(fd, path);
    int result = ours && judge('t', 0) ? -1 : REAL(ftruncate)(fd, length);
    snprintf(size, sizeof size, "%lld", (long long)length);
    if (ours && result == 0) note("T", path, size);
    leave();
    return result;
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

/* Copies that the kernel makes by itself would not be seen: callers fall back to read and write. */
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
    (void)from, (void)a, (void)to, (void)b, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

int fallocate(int fd, int mode, off_t at, off_t length) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return REAL(fallocate)(fd, mode, at, length);
    errno = EOPNOTSUPP;
    return -1;
}

int fallocate64(int fd, int mode, off64_t at, off64_t length) {
    return fallocate(fd, mode, at, length);
}

/* ---- Syncs and reads ---- */

static int sync_any(int fd, int (*real)(int)) {
    char path[PATH_MAX];
    struct stat what;
    enter();
    int ours = path_of(fd, path);
    int is_folder = ours && fstat(fd, &what) == 0 && S_ISDIR(what.st_mode);
    int result = ours && judge('s', 0) ? -1 : real(fd);
    if (ours && result == 0 && !strchr(hidden, is_folder ? 'd' : 'f')) {
        note(is_folder ? "D" : "S", path, NULL);
    }
    leave();
    return result;
}

int fsync(int fd) { return sync_any(fd, REAL(fsync)); }
int fdatasync(int fd) { return sync_any(fd, REAL(fdatasync)); }

ssize_t read(int fd, void *bytes, size_t length) {
    char path[PATH_MAX];
    enter();
    int fails = fails_at && strchr(kinds, 'r') && path_of(fd, path) && judge('r', 0);
    leave();
    return fails ? -1 : REAL(read)(fd, bytes, length);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
    char path[PATH_MAX];
    enter();
    int fails = fails_at && strchr(kinds, 'r') && path_of(fd, path) && judge('r', 0);
    leave();
    return fails ? -1 : REAL(pread)(fd, bytes, length, at);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) {
    return pread(fd, bytes, length, at);
}
