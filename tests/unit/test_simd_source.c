/* test_simd_source.c - where the calls for simd loops go, and where none go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
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
/* The names of `wanted`, each followed by a comma, stand where an iteration begins. */
static void expect_common(const char *pragma, const char *loop, const char *wanted)
{
    char text[512], calls[512] = "= (";
    snprintf(text, sizeof text, "#pragma omp %s\n%s\n", pragma, loop);
    for (size_t at = 0, length; wanted[at]; at += length + 1) {
        length = strcspn(wanted + at, ",");
        size_t used = strlen(calls);
        snprintf(calls + used, sizeof calls - used, "__interleave_common(&%.*s, sizeof %.*s), ",
                 (int)length, wanted + at, (int)length, wanted + at);
    }
    strcat(calls, "__interleave_lane(");
    expect(text, calls);
}

static void what_the_iterations_share(void **state)
{
    (void)state;
    expect_common("simd", "for (;;) t = a[i];", "t,");
    expect_common("simd", "for (i = 0;;) { t += 1; u++; --v; w <<= 2; }", "t,u,v,w,");
    expect_common("simd", "for (;;) if (a) t = 1; else u = 2; v = 3;", "t,u,");
    expect_common("simd", "for (;;) { if (a) t = 1; } v = 3;", "t,");
    expect_common("simd", "for (;;) for (j = 0; j < 4; j++) a[j] = 1;", "j,a,");
    expect_common("simd", "for (;;) { t == 1; *p = 3; s->t = 5; f(t); a[t]; }", "");
    expect_common("simd", "for (;;) { a[t[2]] = 2; b[1][2]++; s.t = 4; u.v[3].w -= 5; }",
                  "a,b,s,u,");
    expect_common("simd", "for (;;) *p++ = 3;", "p,");
    expect_common("simd", "for (;;) { int t = 1, *u = &x, v; v = t++; u = 0; }", "");
    expect_common("simd", "for (;;) { struct s *t = p; for (int k = 0, n = 3; k < n; k++) t = 0; }",
                  "");
    expect_common("simd", "for (;;) { int k = f(u, t); t = k; }", "t,");
    expect_common("simd", "for (;;) { f(\"t = 1;\\\"\", '='); x * y; }", "");
    expect_common("simd private(t) lastprivate(u)", "for (;;) { t = 1; u += 2; v = 3; }", "v,");
    expect_common("simd", "for (;;) {\n#pragma omp ordered simd\n{ t = 1; }\n}", "t,");
    expect_common("simd", "for (;;) { register int t; t = 3; } register int u; u = 3;", "");
}

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
        cmocka_unit_test(the_head_of_the_body),     cmocka_unit_test(lines_stay_true),
        cmocka_unit_test(every_loop_is_marked),     cmocka_unit_test(what_is_no_simd_loop),
        cmocka_unit_test(iterations_without_order), cmocka_unit_test(what_the_iterations_share),
        cmocka_unit_test(what_cannot_be_followed),  cmocka_unit_test(clauses),
    };
    return cmocka_run_group_tests_name("simd_source", tests, NULL, NULL);
}
