/* test_check_forbidden.c - what stage 1 refuses, however it is spelled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "check/forbidden.h"

#define SOURCE "x.c"

static void refused_directive(const char *source, int line, const char *says)
{
    struct refusal refusal = {0};
    assert_false(directives_allowed(source, "for taskloop", &refusal));
    assert_int_equal(refusal.verdict, FORBIDDEN);
    assert_int_equal(refusal.line, line);
    assert_non_null(strstr(refusal.headline, says));
}

static void directives(void **state)
{
    struct refusal refusal;
    (void)state;
    assert_true(
        directives_allowed("#include <omp.h>\n#pragma omp parallel\nint x;\n", NULL, &refusal));
    assert_true(
        directives_allowed("// #line 3\n/* \n#line 3\n*/ char *s = \"#line\";\n", NULL, &refusal));
    refused_directive("int a;\n#line 3 \"stdio.h\"\n", 2, "#line");
    refused_directive("# 3 \"stdio.h\" 1 3\n", 1, "#line");
    refused_directive("  /* hm */ # /* hm */ line 3\n", 1, "#line");
    refused_directive("%: line 3\n", 1, "#line");
    refused_directive("?\?=line 3\n", 1, "#line");
    refused_directive("#li\\\nne 3\n", 1, "#line");
    refused_directive("#li?\?/\nne 3\n", 1, "#line");
    refused_directive("#pragma GCC optimize(\"O2\")\n", 1, "#pragma GCC");
    refused_directive("#include_next <stdio.h>\n", 1, "#include");
    refused_directive("int a;\nint b; _Pragma(\"omp barrier\")\n", 2, "_Pragma");
    assert_true(directives_allowed("#pragma omp parallel private(for) \n", "for", &refusal));
    refused_directive("#pragma omp parallel \\\n for\n", 1, "#pragma omp ... for");
    refused_directive("#pragma omp for schedule(static)\n", 1, "#pragma omp ... for");
    refused_directive("char c = '\"'; \n#line 1\n", 2, "#line");
}

static void refused_file(const char *source, int line, const char *says)
{
    struct refusal refusal = {0};
    assert_false(files_allowed(source, &refusal));
    assert_int_equal(refusal.verdict, FORBIDDEN);
    assert_int_equal(refusal.line, line);
    assert_non_null(strstr(refusal.headline, says));
}

static void files(void **state)
{
    static const char *const fine[] = {
        "#include <omp.h>\n#include \"x.h\" // x\n#include \"./x.h\"\n#include <sys/types.h>\n",
        "#ifdef __has_include\n#if __has_include(<omp.h>)\n#endif\n#endif\n",
        "#if __has_include (\"x.h\")\n#endif\n",
        "char *s = \"\\\n#include \\\"/etc/passwd\\\"\";\n// #include \"/etc/passwd\"\n",
        "#include \xe2\x80\x9cx.h\xe2\x80\x9d\n#include\n#include 'x.h'\n#include <x.h\n",
        "#define PI 3 /* __has_include */\n",
    };
    struct refusal refusal;
    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(files_allowed(fine[i], &refusal));
    refused_file("int a;\n#include \"/etc/passwd\"\n", 2, "includes passwd");
    refused_file("#include <../../etc/passwd>\n", 1, "includes passwd");
    refused_file("  %: /* */ include /* */ \"/dev/zero\"\n", 1, "includes zero");
    refused_file("#inc\\\nlude \\\n\"/etc/passwd\"\n", 2, "includes passwd");
    refused_file("#define S \"/etc/passwd\"\n#include S\n", 2, "without a name in quotes");
    refused_file("#include __FILE__\n", 1, "without a name in quotes");
    refused_file("#include \xc3\xa9\n", 1, "without a name in quotes");
    refused_file("#include_next \"/etc/passwd\"\n", 1, "an unusual #include");
    refused_file("#import \"/etc/passwd\"\n", 1, "an unusual #include");
    refused_file("char s[] = {\n#embed \"/etc/passwd\"\n};\n", 2, "#embed");
    refused_file("#pragma GCC dependency \"/etc/passwd\"\n", 1, "#pragma GCC");
    refused_file("#if 1 && __has_include( \"/etc/passwd\")\n", 1, "includes passwd");
    refused_file("#define H __has_include\n#if H(\"/etc/passwd\")\n", 1, "in a macro");
}

static void allowed(const char *text)
{
    struct refusal refusal = {0};
    if (!words_allowed(text, SOURCE, "folder", &refusal))
        fail_msg("refused: %s", refusal.headline);
}

static void refused(const char *text, int line, const char *says)
{
    struct refusal refusal = {0};
    assert_false(words_allowed(text, SOURCE, "folder", &refusal));
    assert_int_equal(refusal.verdict, FORBIDDEN);
    assert_int_equal(refusal.line, line);
    assert_non_null(strstr(refusal.headline, says));
}

static void words(void **state)
{
    (void)state;
    allowed("# 1 \"x.c\"\nint a = 1;\nchar *s = \"asm\";\n");
    allowed("# 1 \"x.c\"\nint asmatic, my_asm;\n");
    allowed("# 1 \"x.c\"\nsize_t a =\n# 1 \"x.c\" 3 4\n__builtin_offsetof(\n# 1 \"x.c\"\nstruct s, "
            "m);\n");
    allowed("# 1 \"x.c\"\n# 1 \"/usr/include/a.h\" 1 3 4\nint f(void) __attribute__((pure));\n"
            "# 2 \"x.c\" 2\nint x;\n");
    allowed("# 1 \"x.c\"\n# 1 \"folder/x.h\" 1\nvoid f(void);\n# 2 \"x.c\" 2\nint x;\n");
    refused("# 1 \"x.c\"\nint a;\nint b; asm(\"nop\");\n", 2, "asm");
    refused("# 1 \"x.c\"\n__asm__(\"nop\");\n", 1, "__asm__");
    refused("# 7 \"x.c\"\nint f(void) __attribute__((pure));\n", 7, "__attribute__");
    refused("# 7 \"x.c\"\n[[gnu::constructor]] void f(void);\n", 7, "[[");
    refused("# 7 \"x.c\"\n<: <:gnu::constructor]] void f(void);\n", 7, "[[");
    refused("# 3 \"x.c\"\n__builtin_memset(p, 0, 4);\n", 3, "__builtin_memset");
    refused("# 3 \"x.c\"\n__tsan_write4(p);\n", 3, "__tsan_write4");
}

static void headers(void **state)
{
    (void)state;
    refused("# 1 \"x.c\"\n# 1 \"folder/../solutions/x.c\" 1\nint x;\n", 1, "includes x.c");
    refused("# 1 \"x.c\"\n# 1 \"/etc/passwd\" 1\nint x;\n", 1, "includes passwd");
    refused("# 1 \"x.c\"\nint a;\n# 1 \"folder/x.c\" 1\nint x;\n", 2, "includes x.c");
}

static void lines_of_words(void **state)
{
    (void)state;
    const char *text = "# 1 \"/usr/include/a.h\" 1 3 4\nvoid exit(int);\n# 5 \"x.c\" 2\nint a;\n"
                       "void f(void) { puts(\"exit\"); }\nvoid g(void) { exit(0); }\n";
    assert_int_equal(line_of_word(text, SOURCE, "exit"), 7);
    assert_int_equal(line_of_word(text, SOURCE, "system"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files),   cmocka_unit_test(directives),     cmocka_unit_test(words),
        cmocka_unit_test(headers), cmocka_unit_test(lines_of_words),
    };
    return cmocka_run_group_tests_name("forbidden", tests, NULL, NULL);
}
