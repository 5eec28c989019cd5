/* test_places.c - names and lines of real programs.
 *
 * Each program is built as a submission is, linked with hooks that note every
 * access (instruction, address, frame, argument block), loaded and run on one
 * thread. Then places must say of each access what its author would.
 */
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
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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
    "struct note notes[1000]; int note_count; void *lock;\n"
    "static void *block, *region;\n"
    "#define NOTE(n) notes[note_count++] = (struct note){__builtin_return_address(0), a, n, \\\n"
    "    (unsigned long)__builtin_frame_address(1) + 16, region, block}\n"
    "#define HOOK(n) void __tsan_read##n(void *a) { NOTE(n); } void __tsan_write##n(void *a) { NOTE(n); }\n"
    "HOOK(1) HOOK(2) HOOK(4) HOOK(8) HOOK(16)\n"
    "void __tsan_read_range(void *a, size_t n) { NOTE(n); }\n"
    "void __tsan_write_range(void *a, size_t n) { NOTE(n); }\n"
    "int __tsan_atomic32_fetch_add(int *a, int v, int o) { (void)o; NOTE(4); return (*a += v) - v; }\n"
    "void __tsan_init(void) {} void __tsan_func_entry(void *a) { (void)a; }\n"
    "void __tsan_func_exit(void) {} void __sanitizer_cov_trace_pc(void) {}\n"
    "void GOMP_parallel(void (*f)(void *), void *data, unsigned n, unsigned flags)\n"
    "{ (void)n; (void)flags; block = data; region = (char *)f + 1; f(data); block = region = 0; }\n"
    "void GOMP_critical_name_start(void **l) { lock = l; }\n"
    "void GOMP_critical_name_end(void **l) { (void)l; }\n";

#define FLAGS                                                                              \
    "gcc -std=c17 -O0 -g -fPIC -fopenmp -fsanitize=thread -fno-inline-atomics "            \
    "-fno-builtin -fno-common -ftls-model=global-dynamic -fsanitize-coverage=trace-pc -w "

struct program {
    char folder[64];
    void *handle;
    const struct note *notes;
    int count;
};

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Builds text as folder/FILE, loads it, runs its main, opens its places. */
static struct program run(const char *text)
{
    struct program program = {.folder = "/tmp/test-places-XXXXXX"};
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

    int (*start)(void);
    *(void **)&start = dlsym(program.handle, "main");
    start();
    program.notes = dlsym(program.handle, "notes");
    program.count = *(int *)dlsym(program.handle, "note_count");
    return program;
}

static void done(struct program *program)
{
    places_close();
    dlclose(program->handle);
}

/* "12 book: t->seats--;   seats i": what is known of one access. */
static void describe(const struct note *note, char *text, size_t room)
{
    struct place place = place_of(note->pc);
    struct frame frame = {note->pc, note->cfa};
    char name[64], letter[2] = "";
    const void *region = note->region ? note->region : NULL;
    place_name((uintptr_t)note->address, note->size, &frame, 1, region, (uintptr_t)note->block,
               name, sizeof name);
    letter[0] = place_type((uintptr_t)note->address, note->size, &frame, 1, region,
                           (uintptr_t)note->block);
    snprintf(text, room, "%d %s: %s | %s %s", place.line, place.function, place.text, name, letter);
}

static void expect(const struct program *program, const char *const *lines)
{
    char text[512];
    int wrong = 0, i = 0;
    for (; i < program->count; i++) {
        describe(&program->notes[i], text, sizeof text);
        if (!lines[i] || strcmp(text, lines[i]) != 0) {
            print_error("access %d\n  is:     %s\n  wanted: %s\n", i, text,
                        lines[i] ? lines[i] : "(no more)");
            wrong++;
            if (!lines[i])
                break;
        }
    }
    if (i == program->count && lines[i])
        print_error("missing: %s\n", lines[i]), wrong++;
    assert_int_equal(wrong, 0);
}

static void globals_are_named(void **state)
{
    (void)state;
    struct program program = run(
        "struct show { int seats; double price[3]; char title[8]; };\n"
        "static int seats = 1; /* the last */\n"
        "struct show show, shows[4];\n"
        "double grid[3][4];\n"
        "unsigned short small; char letter; _Bool flag; long big; void *pointer; float real;\n"
        "enum kind { A, B } kind;\n"
        "struct { int x; struct { int y[2]; } in; union { int i; float f; }; } nested;\n"
        "int main(void)\n"
        "{\n"
        "    static int calls;\n"
        "    seats = 0;                 // gone\n"
        "    show.seats = 2;\n"
        "    shows[3].price[1] = 1.5;   /* dear */\n"
        "    grid[2][3] = 1;\n"
        "    shows[2].title[4] = 'x';\n"
        "    calls = 1;\n"
        "    small = 1; letter = 'a'; flag = 1; big = 1; pointer = 0; real = 1; kind = B;\n"
        "    nested.in.y[1] = 1;\n"
        "    nested.f = 1;\n"
        "    shows[1] = show;\n"
        "    return 0;\n"
        "}\n");
    static const char *const lines[] = {
        "11 main: seats = 0; | seats i",
        "12 main: show.seats = 2; | show.seats i",
        "13 main: shows[3].price[1] = 1.5; | shows[3].price[1] f",
        "14 main: grid[2][3] = 1; | grid[2][3] f",
        "15 main: shows[2].title[4] = 'x'; | shows[2].title[4] c",
        "16 main: calls = 1; | calls i",
#define MIXED "17 main: small = 1; letter = 'a'; flag = 1; big = 1; pointer = 0; real = 1; kind = B; | "
        MIXED "small u", MIXED "letter c", MIXED "flag b", MIXED "big i", MIXED "pointer p",
        MIXED "real f", MIXED "kind u",
        "18 main: nested.in.y[1] = 1; | nested.in.y[1] i",
        "19 main: nested.f = 1; | nested.i i",
        "20 main: shows[1] = show; | shows[1] ",
        "20 main: shows[1] = show; | show ",
        NULL};
    expect(&program, lines);
    done(&program);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(globals_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
