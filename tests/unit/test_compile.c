/* test_compile.c - gcc's own words, the original header, files that are no C. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "unit/built.h"

static char folder[] = "/tmp/test-compile-XXXXXX";

static const char *path(const char *name)
{
    static char paths[4][128];
    static int next;
    char *room = paths[next++ % 4];
    snprintf(room, sizeof paths[0], "%s/%s", folder, name);
    return room;
}

static const char *file(const char *name, const char *text, size_t size)
{
    FILE *out = fopen(path(name), "w");
    assert_non_null(out);
    fwrite(text, 1, size, out);
    fclose(out);
    return path(name);
}

static struct build build_of(const char *source, const char *include, bool own_folder)
{
    static const char *sources[2], *includes[2];
    static char output[128];
    snprintf(output, sizeof output, "%s/out.so", folder);
    sources[0] = source;
    includes[0] = include;
    struct build build = {
        .sources = sources, .includes = includes, .own_folder = own_folder, .output = output};
    assert_int_equal(compile(&build), 0);
    return build;
}

/* What plain gcc says about the same file. */
static char *words_of_gcc(const char *source)
{
    char command[512];
    char *words = calloc(1, 65536);
    snprintf(command, sizeof command,
             "LC_ALL=C gcc -std=c17 -Wall -Wextra -Werror=implicit-function-declaration "
             "-Werror=implicit-int -Werror=int-conversion -Werror=incompatible-pointer-types "
             "-fopenmp -c -o /dev/null %s 2>&1",
             source);
    FILE *gcc = popen(command, "r");
    assert_non_null(gcc);
    assert_non_null(words);
    fread(words, 1, 65535, gcc);
    pclose(gcc);
    return words;
}

static void same_words(const char *text)
{
    const char *source = file("words.c", text, strlen(text));
    char *expected = words_of_gcc(source);
    struct build build = build_of(source, folder, false);
    assert_string_equal(build.diagnostics, expected);
    free(expected);
    build_free(&build);
}

static void words_are_those_of_gcc(void **state)
{
    (void)state;
    same_words("#include <stdio.h>\nint f(int n) { printf(\"%s\\n\", 5); return 0; }\n");
    same_words("int f(void) { int unused; return seats; }\n");
    same_words("#include <stdlib.h>\n#define P(x) x > 0\nint f(unsigned a) { if (P(a) == 1) return "
               "abs(a); }\n");
    same_words("int f(void) { strlen(\"x\"); return omp_get_thread_num(); }\n");
    same_words("#pragma omp paralel\nint f(void) { return 1; }\n");
}

static void the_original_header_counts(void **state)
{
    (void)state;
    file("own.h", "#error beside the source\n", 25);
    char other[] = "/tmp/test-compile-header-XXXXXX";
    assert_non_null(mkdtemp(other));
    char header[128];
    snprintf(header, sizeof header, "%s/own.h", other);
    FILE *out = fopen(header, "w");
    assert_non_null(out);
    fputs("int from_the_original;\n", out);
    fclose(out);
    const char *source = file("own.c", "#include \"own.h\"\nint x;\n", 24);
    struct build build = build_of(source, other, false);
    assert_int_equal(build.status, 0);
    assert_string_equal(build.diagnostics, "");
    assert_non_null(strstr(build.preprocessed, "from_the_original"));
    build_free(&build);
    build = build_of(source, other, true); /* a program of one's own looks beside itself first */
    assert_int_not_equal(build.status, 0);
    build_free(&build);
    unlink(header);
    rmdir(other);
}

static void refused(const char *source, const char *says)
{
    struct build build = build_of(source, folder, false);
    assert_int_not_equal(build.status, 0);
    assert_non_null(strstr(build.diagnostics, says));
    build_free(&build);
}

static void what_is_no_source(void **state)
{
    (void)state;
    refused(path("missing.c"), "No such file");
    refused(file("binary.c", "int\0x", 5), "byte 4 is zero");
    refused(folder, "Is a directory");
    refused("/dev/zero", "not a regular file");
    char *large = malloc(2 << 20);
    assert_non_null(large);
    memset(large, ' ', 2 << 20);
    refused(file("large.c", large, 2 << 20), "larger than");
    free(large);
}

static void names_that_look_like_options(void **state)
{
    (void)state;
    char here[512];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    file("-x.c", "int x;\n", 7);
    file("@x.c", "int x;\n", 7);
    struct build build = build_of("-x.c", folder, false);
    assert_int_equal(build.status, 0);
    build_free(&build);
    build = build_of("@x.c", folder, false);
    assert_int_equal(build.status, 0);
    build_free(&build);
    assert_int_equal(chdir(here), 0);
}

/* ---- what is built once -------------------------------------------------------- */

/* The number that is in the object of a program built once. */
static int number_in(const char *object)
{
    assert_non_null(object);
    void *handle = dlopen(object, RTLD_NOW);
    assert_non_null(handle);
    if (!handle)
        return -1;
    const int *number = dlsym(handle, "number");
    int is = number ? *number : -1;
    dlclose(handle);
    return is;
}

static void what_changed_is_built_anew(void **state)
{
    (void)state;
    const char *two[] = {"-DN=2", NULL};
    const char *source = file("number.c", "int number = N + 1;\n", 20);
    char *first = strdup(built(source, two));
    assert_int_equal(number_in(first), 3);
    struct stat before, after;
    assert_int_equal(stat(first, &before), 0);
    assert_string_equal(built(source, two), first);
    assert_int_equal(stat(first, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino); /* the same file: not built again */
    const char *three[] = {"-DN=3", NULL};
    char *second = strdup(built(source, three));
    assert_int_equal(number_in(second), 4);
    file("number.c", "int number = N + 2;\n", 20);
    char *third = strdup(built(source, two));
    assert_int_equal(number_in(third), 4);
    assert_string_not_equal(first, second);
    assert_string_not_equal(first, third);
    unlink(first), unlink(second), unlink(third);
    free(first), free(second), free(third);
}

static void what_is_included_is_not_kept(void **state)
{
    (void)state;
    file("own.h", "enum { N = 5 };\n", 16);
    const char *source = file("own.c", "#include \"own.h\"\nint number = N;\n", 33);
    assert_int_equal(number_in(built(source, NULL)), 5);
    file("own.h", "enum { N = 6 };\n", 16);
    const char *object = built(source, NULL);
    assert_int_equal(number_in(object), 6);
    unlink(object);
}

/* A step of compile() is part of the hash, by the text of its files. */
static void a_changed_step_changes_the_hash(void **state)
{
    (void)state;
    char pattern[160];
    snprintf(pattern, sizeof pattern, "%s/step_*.c", folder);
    uint64_t none = built_hash_files(1, pattern);
    file("step_1.c", "-O0", 3);
    uint64_t slow = built_hash_files(1, pattern);
    file("step_1.c", "-O1", 3);
    assert_int_not_equal(slow, none);
    assert_int_not_equal(built_hash_files(1, pattern), slow);
    for (const char *const *steps = built_steps; *steps; steps++)
        assert_int_not_equal(built_hash_files(1, *steps), 1); /* each names a file at least */
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    static const char *const names[] = {"words.c", "own.h", "own.c",  "binary.c", "large.c",
                                        "-x.c",    "@x.c",  "out.so", "number.c", "step_1.c"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path(names[i]));
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_gcc),
        cmocka_unit_test(the_original_header_counts),
        cmocka_unit_test(what_is_no_source),
        cmocka_unit_test(names_that_look_like_options),
        cmocka_unit_test(what_changed_is_built_anew),
        cmocka_unit_test(what_is_included_is_not_kept),
        cmocka_unit_test(a_changed_step_changes_the_hash),
    };
    return cmocka_run_group_tests_name("compile", tests, make_folder, remove_folder);
}
