/* libc_disk.c - the files of an execution; see libc_streams.h. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"
#include "interleave/output.h"

#define MOST_BYTES ((size_t)1 << 28) /* of a file of the disk */
#define MOST_SHOWN 2000              /* bytes of a file in an outcome */
#define MARKS 4096

/* A file of the disk as it was when it was first looked at. Lives on. */
struct original {
    char *name, *bytes;
    size_t size;
    bool exists, sink, refused;
    int error; /* of opening it to read */
    struct original *next;
};

static struct original *originals;
static OF_EXECUTION struct file *files;
static char marks[MARKS];

/* What the first execution that ended by itself left. */
static struct left {
    char *name, *bytes;
    size_t size;
    bool exists;
    struct left *next;
} * left;
static bool kept;
static bool copied; /* this process is a copy, beside the one that asks the disk */

void disk_begin(void) { files = NULL; }

static void *need(void *memory)
{
    if (!memory)
        out_of_memory("a file");
    return memory;
}

/* ---- the disk --------------------------------------------------------------------- */

static void read_all(struct original *original, int fd)
{
    size_t room = 65536;
    ssize_t got = 1;
    original->bytes = need(malloc(room));
    while (got > 0 && original->size < MOST_BYTES) {
        if (original->size == room)
            original->bytes = need(realloc(original->bytes, room *= 2));
        got = read(fd, original->bytes + original->size, room - original->size);
        if (got > 0)
            original->size += (size_t)got;
    }
    original->refused = original->size >= MOST_BYTES;
}

static void look(struct original *original)
{
    struct stat info;
    original->exists = stat(original->name, &info) == 0;
    original->sink = strcmp(original->name, "/dev/null") == 0;
    if (!original->exists || original->sink)
        return;
    if (S_ISDIR(info.st_mode))
        original->error = EISDIR;
    else if (!S_ISREG(info.st_mode))
        original->refused = true;
    if (original->error || original->refused)
        return;
    int fd = open(original->name, O_RDONLY | O_CLOEXEC);
    original->error = fd < 0 ? errno : 0;
    if (fd < 0)
        return;
    read_all(original, fd);
    close(fd);
}

static struct original *original_of(const char *name)
{
    for (struct original *one = originals; one; one = one->next)
        if (strcmp(one->name, name) == 0)
            return one;
    if (copied && !*name) /* the input can be read once */
        _exit(70);
    struct original *fresh = need(calloc(1, sizeof *fresh));
    fresh->name = need(strdup(name));
    fresh->next = originals;
    originals = fresh;
    int before = errno;
    if (*name) {
        look(fresh);
    } else {
        if (isatty(0))
            fputs("interleave: the program reads its standard input: type it, then Ctrl-D\n",
                  stderr);
        fresh->exists = true;
        read_all(fresh, 0);
    }
    errno = before;
    return fresh;
}

/* ---- files of the execution ----------------------------------------------------------- */

static struct file *add(const char *name, const struct original *original)
{
    struct file *file = stage_alloc(sizeof *file), **end = &files;
    while (*end)
        end = &(*end)->next;
    *end = file;
    file->name = original ? original->name : "";
    file->mark = &marks[hash_block(name, strlen(name), 1) % MARKS];
    if (original) {
        file->bytes = original->bytes;
        file->size = original->size;
        file->exists = file->was_there = original->exists;
        file->sink = original->sink;
        file->error = original->error;
    }
    return file;
}

static const char *plain(const char *name)
{
    while (strncmp(name, "./", 2) == 0)
        name += 2 + strspn(name + 2, "/");
    return name;
}

struct file *disk_find(const char *name, const void *pc)
{
    name = plain(name);
    if (!*name) {
        errno = ENOENT;
        return NULL;
    }
    for (struct file *file = files; file; file = file->next)
        if (strcmp(file->name, name) == 0)
            return file;
    const struct original *original = original_of(name);
    if (original->refused)
        libc_refuse(pc, "fopen", "a device, or a file larger than 256 MiB");
    if (original->error == EISDIR) {
        errno = EISDIR;
        return NULL;
    }
    return add(name, original);
}

struct file *disk_unnamed(void)
{
    struct file *file = add("", NULL);
    file->exists = true;
    return file;
}

struct file *disk_input(void)
{
    const struct original *input = original_of("");
    struct file *file = add("", input);
    file->mark = stdin;
    return file;
}

bool disk_may_write(const struct file *file)
{
    char folder[PATH_MAX];
    if (file->sink || !*file->name)
        return true;
    if (file->was_there)
        return access(file->name, W_OK) == 0;
    snprintf(folder, sizeof folder, "%s", file->name);
    char *slash = strrchr(folder, '/');
    if (slash)
        slash[slash == folder] = '\0';
    return access(slash ? folder : ".", W_OK | X_OK) == 0;
}

static void make_own(struct file *file, size_t size)
{
    if (file->room >= size && file->room)
        return;
    size_t room = size < 4096 ? 4096 : size * 2;
    char *bytes = stage_alloc(room);
    if (file->size)
        memcpy(bytes, file->bytes, file->size);
    file->bytes = bytes;
    file->room = room;
}

void disk_write(struct file *file, size_t at, const void *bytes, size_t size)
{
    file->changed = file->exists = true;
    if (file->sink || size == 0)
        return;
    if (at + size > MOST_BYTES)
        stage_end(END_ENDLESS, "more than %zu MiB were written to %s", MOST_BYTES >> 20,
                  *file->name ? file->name : "a file");
    make_own(file, at + size);
    char *to = (char *)(uintptr_t)file->bytes;
    if (at > file->size)
        memset(to + file->size, 0, at - file->size);
    memcpy(to + at, bytes, size);
    if (at + size > file->size)
        file->size = at + size;
}

void disk_cut(struct file *file, size_t size)
{
    if (size > file->size)
        disk_write(file, size - 1, "", 1);
    file->changed = file->exists = true;
    file->size = size;
}

/* ---- the end --------------------------------------------------------------------------- */

static bool is_news(const struct file *file)
{
    return *file->name && file->changed && !file->sink && (file->exists || file->was_there);
}

static size_t without_newline(const struct file *file)
{
    size_t size = file->bytes ? file->size : 0;
    return size && file->bytes[size - 1] == '\n' ? size - 1 : size;
}

/* "[file out.txt: 3 4 5]": part of what the program put out. */
static void tell(const struct file *file)
{
    char text[PATH_MAX + 64];
    bool short_text =
        file->size <= MOST_SHOWN && !memchr(file->bytes ? file->bytes : "", 0, file->size);
    int size = snprintf(text, sizeof text, "[file %s: ", file->name);
    output_note(text, (size_t)size);
    if (!file->exists) {
        output_note("removed]\n", 9);
    } else if (short_text) {
        output_note(file->bytes, without_newline(file));
        output_note("]\n", 2);
    } else {
        size = snprintf(text, sizeof text, "%zu bytes, checksum %016llx]\n", file->size,
                        (unsigned long long)hash_block(file->bytes, file->size, 1));
        output_note(text, (size_t)size);
    }
}

static void keep(const struct file *file)
{
    struct left *one = need(calloc(1, sizeof *one));
    one->name = need(strdup(file->name));
    one->bytes = need(malloc(file->size + 1));
    if (file->size)
        memcpy(one->bytes, file->bytes, file->size);
    one->size = file->size;
    one->exists = file->exists;
    one->next = left;
    left = one;
}

void disk_finish(void)
{
    for (const struct file *file = files; file; file = file->next) {
        if (!is_news(file))
            continue;
        tell(file);
        if (!kept)
            keep(file);
    }
    kept = true;
}

static bool put_back(const struct left *one)
{
    if (!one->exists)
        return remove(one->name) == 0 || errno == ENOENT;
    FILE *out = fopen(one->name, "w");
    if (!out)
        return false;
    bool good = fwrite(one->bytes, 1, one->size, out) == one->size;
    return fclose(out) == 0 && good;
}

void disk_commit(void)
{
    for (const struct left *one = left; one; one = one->next)
        if (!put_back(one))
            fprintf(stderr, "interleave: %s could not be written: %s\n", one->name,
                    strerror(errno));
    left = NULL;
}

bool disk_may_fork(void) { return kept; }

void disk_forked(void)
{
    copied = true;
    left = NULL;
}

uint64_t disk_hash(uint64_t seed)
{
    uint64_t sum = 0; /* the order in which they were opened is no matter */
    for (const struct file *file = files; file; file = file->next) {
        uint64_t one = hash_block(file->name, strlen(file->name), seed);
        one = hash_mix(one, (uint64_t)file->exists << 1 | (uint64_t)file->changed);
        if (file->changed)
            one = hash_block(file->bytes, file->size, one);
        sum += one;
    }
    return hash_mix(seed, sum);
}
