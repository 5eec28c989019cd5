/* test_simd_source.c - where the calls for simd loops go, and where none go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/simd_clauses.h"
#include "interleave/simd_source.h"

/* The marked text has `wanted` somewhere; NULL: there is nothing to mark. */
static void expect(const char *text, const char *wanted)
{
    char *marked = simd_mark(text);
    if (!wanted)
        assert_null(marked);
    else if (!marked || !strstr(marked, wanted))
        fail_msg("no \"%s\" in:\n%s", wanted, marked ? marked : "(nothing marked)");
    free(marked);
}

static void the_head_of_the_body(void **state)
{
    (void)state;
    expect("#pragma omp simd\nfor (i = 0; i < n; i++) {\n a(); }\n", "i++) {int __interleave_in_0");
    expect("#pragma omp simd\nfor (i = 0; i < n; i++)\n a();\n", "i++) for (int __interleave_in_0");
    expect("#pragma omp for simd\nfor (c = ')'; c; c = f(\")\"))\n a();\n",
           "c = f(\")\")) for (int __interleave_in_0");
    expect("#pragma omp simd collapse(2)\nfor (i;;) {\n for (j;;) { a(); } }\n",
           "for (j;;) {int __interleave_in_0");
    expect("#pragma omp simd\nfor (i;;)\n#pragma omp ordered simd\n{ a(); }\n",
           "#pragma omp ordered simd\nfor (int __interleave_turn_");
}

static void lines_stay_true(void **state)
{
    (void)state;
    expect("# 1 \"x.c\"\nint a;\n\n#pragma omp simd\nfor (;;) a();\n",
           "(1) != 0)) {} else\n# 3 \"x.c\"\n#pragma omp simd\nfor (;;) for (");
    expect("# 40 \"x.h\" 1\n#pragma omp simd\nfor (;;) a();\n", "else\n# 40 \"x.h\"\n#pragma");
    expect("#pragma omp requires\nint a;\n#pragma omp simd\nfor (;;) a();\n",
           "#pragma omp requires\nextern int __interleave_simd(");
}

/* As many as there are. */
static void every_loop_is_marked(void **state)
{
    (void)state;
    enum { LOOPS = 66000 };
    static const char loop[] = "#pragma omp simd\nfor (;;) a();\n";
    char *text = malloc(LOOPS * (sizeof loop - 1) + 1);
    assert_non_null(text);
    for (size_t i = 0; i < LOOPS; i++)
        memcpy(text + i * (sizeof loop - 1), loop, sizeof loop);
    expect(text, "__interleave_lane(__func__, 65999)");
    free(text);
}

static void what_is_no_simd_loop(void **state)
{
    (void)state;
    expect("char *s = \"#pragma omp simd\"; for (;;) a();\n", NULL);
    expect("#pragma omp declare simd\nint f(int);\n", NULL);
    expect("#pragma omp parallel for\nfor (;;) simd();\n", NULL);
    expect("#pragma omp simd\nwhile (1) a();\n", NULL);
    expect("#pragma GCC simd\nfor (;;) a();\n", NULL);
}

static void iterations_without_order(void **state)
{
    (void)state;
    expect("#pragma omp parallel loop\nfor (;;) a();\n",
           "if (__interleave_any_order(__func__, 0)) {} else\n");
    expect("#pragma omp for order(concurrent)\nfor (;;) { a(); }\n",
           "{int __interleave_in_0 __attribute__((__cleanup__(__interleave_iteration_end))) = "
           "(__interleave_iteration(__func__, 0));");
    assert_int_equal(pragma_read("#pragma omp for simd order(concurrent)").kind, PRAGMA_ANY_ORDER);
    assert_int_equal(pragma_read("#pragma omp taskloop").kind, PRAGMA_OTHER);
    assert_int_equal(pragma_read("#pragma omp for schedule(static)").kind, PRAGMA_OTHER);
    assert_true(simd_mentioned("#pragma omp teams loop\n"));
    assert_false(simd_mentioned("#pragma omp for\n/* a loop */\n"));
}

/* Rather no judgement than a wrong one. */
static void what_cannot_be_followed(void **state)
{
    (void)state;
    expect("#pragma omp simd reduction(inscan, + : s)\nfor (;;) { }\n", NULL);
    expect("#pragma omp simd reduction(+ : p[0 : n])\nfor (;;) { }\n", NULL);
    expect("#pragma omp simd collapse(N)\nfor (;;) { }\n", NULL);
    expect("#pragma omp simd if(count++ < 3)\nfor (;;) { }\n", NULL);
}

static void clauses(void **state)
{
    (void)state;
    struct pragma p = pragma_read("#pragma omp parallel for simd if(parallel: a > (1)) "
                                  "safelen(4 * (2)) linear(val(k) : 2) reduction(+ : s, h[2 : 3])");
    assert_int_equal(p.kind, PRAGMA_SIMD);
    assert_false(p.unknown);
    assert_string_equal(p.safelen, "4 * (2)");
    assert_string_equal(p.condition, "");
    assert_string_equal(p.own, "__interleave_own(&(k), sizeof(k)), "
                               "__interleave_own(&(s), sizeof(s)), "
                               "__interleave_own(&h[2], sizeof h[0] * 3), ");
    p = pragma_read("#pragma omp simd if(simd : n >= 8), collapse(3)");
    assert_string_equal(p.condition, "n >= 8");
    assert_int_equal(p.collapse, 3);
    assert_int_equal(pragma_read("#pragma omp ordered threads simd").kind, PRAGMA_ORDERED_SIMD);
    assert_int_equal(pragma_read("#pragma omp ordered").kind, PRAGMA_OTHER);
    assert_int_equal(pragma_read("#pragma omp cancel for").kind, PRAGMA_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_of_the_body),
        cmocka_unit_test(lines_stay_true),
        cmocka_unit_test(every_loop_is_marked),
        cmocka_unit_test(what_is_no_simd_loop),
        cmocka_unit_test(iterations_without_order),
        cmocka_unit_test(what_cannot_be_followed),
        cmocka_unit_test(clauses),
    };
    return cmocka_run_group_tests_name("simd_source", tests, NULL, NULL);
}
