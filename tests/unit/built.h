/* built.h - programs that several tests ask about are built once.
 *
 *     const char *object = built("tests/unit/programs/booking.c", flags);
 *
 * Objects are kept in build/programs/ under a hash of all that they are made of:
 * the source and where it is, the flags, gcc, the C library and each step of
 * compile(). What changed is therefore compiled anew; nothing is ever replaced.
 * Two processes may build the same: one object takes the other's place whole.
 *
 * A program that includes a file beside it is compiled each time.
 */
#ifndef UNIT_BUILT_H
#define UNIT_BUILT_H

#include <glob.h>
#include <gnu/libc-version.h>
#include <inttypes.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "interleave/compile_files.h"

/* By way of tests/, which the sanitizers' run has as a link: one folder for all. */
#define BUILT_FOLDER "tests/../build/programs"

/* What compile() does: the files whose text decides it. */
static const char *const built_steps[] = {"tests/interleave/compile*",
                                          "tests/interleave/gcc.*",
                                          "tests/interleave/simd_*",
                                          "tests/interleave/task_source*",
                                          "tests/interleave/source_edit.*",
                                          "tests/interleave/mark_files.*",
                                          "tests/interleave/symbols.*",
                                          "tests/interleave/wrapped.h",
                                          NULL};

/* FNV-1a over the bytes and their number. */
static inline uint64_t built_hash(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ byte[i]) * UINT64_C(1099511628211);
    return (hash ^ size) * UINT64_C(1099511628211);
}

static inline uint64_t built_hash_text(uint64_t hash, const char *text)
{
    return built_hash(hash, text, strlen(text));
}

static inline uint64_t built_hash_file(uint64_t hash, const char *path)
{
    size_t size;
    char *text = file_read(path, (size_t)1 << 24, &size);
    hash = built_hash(hash, text ? text : "", text ? size : 0);
    free(text);
    return hash;
}

/* Every file whose name fits. */
static inline uint64_t built_hash_files(uint64_t hash, const char *pattern)
{
    glob_t found;
    if (glob(pattern, 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            hash = built_hash_file(hash, found.gl_pathv[i]);
    globfree(&found);
    return hash;
}

static inline uint64_t built_hash_words(uint64_t hash, const char *command)
{
    char words[4096];
    FILE *said = popen(command, "r");
    size_t size = said ? fread(words, 1, sizeof words, said) : 0;
    if (said)
        pclose(said);
    return built_hash(hash, words, size);
}

/* The same for every program: counted once by a process. */
static inline uint64_t built_hash_start(void)
{
    static uint64_t start;
    if (start)
        return start;
    uint64_t hash = built_hash_text(UINT64_C(14695981039346656037), gnu_get_libc_version());
    hash = built_hash_words(hash, "LC_ALL=C gcc -v 2>&1; LC_ALL=C ld -v; LC_ALL=C as --version");
    for (const char *const *steps = built_steps; *steps; steps++)
        hash = built_hash_files(hash, *steps);
    return start = hash;
}

static inline uint64_t built_key(const char *source, const char *const *flags)
{
    char where[PATH_MAX] = "";
    if (!realpath(source, where))
        where[0] = '\0';
    uint64_t hash = built_hash_file(built_hash_text(built_hash_start(), where), source);
    hash = built_hash_text(hash, source);
    for (; flags && *flags; flags++)
        hash = built_hash_text(hash, *flags);
    return hash;
}

static inline bool built_alone(const char *source)
{
    size_t size;
    char *text = file_read(source, (size_t)1 << 24, &size);
    bool alone = text && !strstr(text, "#include \"");
    free(text);
    return alone;
}

/* The object of a program of one source, to be loaded and left where it is; or
 * NULL, after gcc's words on stderr. It is good until the next call. */
static inline const char *built(const char *source, const char *const *flags)
{
    static char object[64], fresh[96];
    snprintf(object, sizeof object, BUILT_FOLDER "/%016" PRIx64 ".so", built_key(source, flags));
    snprintf(fresh, sizeof fresh, "%s.%ld", object, (long)getpid());
    if (built_alone(source) && access(object, R_OK) == 0)
        return object;
    mkdir("tests/../build", 0777);
    mkdir(BUILT_FOLDER, 0777);
    const char *sources[] = {source, NULL};
    struct build b = {.sources = sources, .flags = flags, .own_folder = true, .output = fresh};
    bool good = compile(&b) == 0 && b.status == 0 && rename(fresh, object) == 0;
    if (!good)
        fprintf(stderr, "%s", b.diagnostics ? b.diagnostics : "");
    build_free(&b);
    return good ? object : NULL;
}

#endif
