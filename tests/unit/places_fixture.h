/* places_fixture.h - real programs, and what places says of their accesses.
 *
 * Each program is built as a submission is, linked with hooks that note every
 * access (instruction, address, frame, argument block), loaded and run on one
 * thread. What places says of each access is kept in said[].
 */
#ifndef PLACES_FIXTURE_H
#define PLACES_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "interleave/places.h"

/* Shared with hooks_text below. */
struct note {
    void *pc, *address;
    size_t size;
    uintptr_t cfa;
    void *region, *block;
};

static const char hooks_text[] =
    "#include <stddef.h>\n"
    "#include <stdbool.h>\n"
    "struct note { void *pc, *address; size_t size; unsigned long cfa; void *region, *block; };\n"
    "void (*tell)(const struct note *); void *lock;\n"
    "static void *block, *region;\n"
    "#define NOTE(n) tell(&(struct note){__builtin_return_address(0), a, n, \\\n"
    "    (unsigned long)__builtin_frame_address(1) + 16, region, block})\n"
    "#define HOOK(n) void __tsan_read##n(void *a) { NOTE(n); } void __tsan_write##n(void *a) { "
    "NOTE(n); }\n"
    "HOOK(1) HOOK(2) HOOK(4) HOOK(8) HOOK(16)\n"
    "void __tsan_read_range(void *a, size_t n) { NOTE(n); }\n"
    "void __tsan_write_range(void *a, size_t n) { NOTE(n); }\n"
    "int __tsan_atomic32_fetch_add(int *a, int v, int o) { (void)o; NOTE(4); return (*a += v) - v; "
    "}\n"
    "void __tsan_init(void) {} void __tsan_func_entry(void *a) { (void)a; }\n"
    "void __tsan_func_exit(void) {} void __sanitizer_cov_trace_pc(void) {}\n"
    "void GOMP_parallel(void (*f)(void *), void *data, unsigned n, unsigned flags)\n"
    "{ (void)n; (void)flags; block = data; region = (char *)f + 1; f(data); block = region = 0; }\n"
    "void GOMP_critical_name_start(void **l) { lock = l; }\n"
    "void GOMP_critical_name_end(void **l) { (void)l; }\n";

#define FLAGS                                                                                      \
    "gcc -std=c17 -O0 -g -fPIC -fopenmp -fsanitize=thread -fno-inline-atomics "                    \
    "-fno-builtin -fno-common -ftls-model=global-dynamic -fsanitize-coverage=trace-pc -w "

/* What was said of each access, at once: names that lead through a frame are
 * known only while it lives. */
enum { MOST_NOTES = 64 };
static struct note notes[MOST_NOTES];
static char said[MOST_NOTES][256];
static int count;

struct program {
    char folder[64];
    void *handle;
};

/* "12 book: t->seats--; | t->seats i": what is known of one access. */
static inline void describe(const struct note *note, char *text, size_t room)
{
    struct place place = place_of(note->pc);
    struct frame frame = {note->pc, note->cfa};
    uintptr_t address = (uintptr_t)note->address, block = (uintptr_t)note->block;
    char name[64];
    place_name(address, note->size, &frame, 1, note->region, block, name, sizeof name);
    char type = place_type(address, note->size, &frame, 1, note->region, block);
    snprintf(text, room, "%d %s: %s | %s %.1s", place.line, place.function, place.text, name,
             &type);
}

static inline void listen(const struct note *note)
{
    assert_true(count < MOST_NOTES);
    notes[count] = *note;
    describe(note, said[count], sizeof said[count]);
    count++;
}

static inline void write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Builds text as folder/FILE, loads it, runs its main, opens its places. */
static inline struct program run(const char *text)
{
    struct program program = {.folder = P_tmpdir "/test-places-XXXXXX"};
    char command[1024], path[128];
    assert_non_null(mkdtemp(program.folder));
    write_file(program.folder, "hooks.c", hooks_text);
    write_file(program.folder, "program.c", text);
    snprintf(command, sizeof command,
             "cd %s && gcc -w -fPIC -fno-omit-frame-pointer -c hooks.c && " FLAGS
             "-c program.c && gcc -shared -Wl,-Bsymbolic program.o hooks.o -o program.so",
             program.folder);
    assert_int_equal(system(command), 0);
    snprintf(path, sizeof path, "%s/program.so", program.folder);
    program.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    assert_non_null(program.handle);
    struct link_map *map;
    assert_int_equal(dlinfo(program.handle, RTLD_DI_LINKMAP, &map), 0);
    assert_null(places_open(path, (uintptr_t)map->l_addr));
    snprintf(command, sizeof command, "rm -r %s", program.folder);
    assert_int_equal(system(command), 0); /* nothing is read after places_open() */

    count = 0;
    *(void (**)(const struct note *))dlsym(program.handle, "tell") = listen;
    int (*start)(void);
    *(void **)&start = dlsym(program.handle, "main");
    start();
    return program;
}

static inline void done(struct program *program)
{
    places_close();
    dlclose(program->handle);
}

static inline void expect(const char *const *lines)
{
    int wrong = 0, i = 0;
    for (; i < count && lines[i]; i++)
        if (strcmp(said[i], lines[i]) != 0) {
            print_error("access %d\n  is:     %s\n  wanted: %s\n", i, said[i], lines[i]);
            wrong++;
        }
    if (i < count)
        print_error("not wanted: %s\n", said[i]);
    if (lines[i])
        print_error("missing: %s\n", lines[i]);
    assert_true(i == count && !lines[i]);
    assert_int_equal(wrong, 0);
}

#endif
