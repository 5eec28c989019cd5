/* test_task_source.c - which tasks get a clause, and for which variables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/task_source.h"

/* The marked text is `wanted`; NULL: there is nothing to mark. */
static void expect(const char *text, const char *dump, const char *wanted)
{
    char *marked = task_mark(text, dump);
    if (wanted && marked)
        assert_string_equal(marked, wanted);
    assert_int_equal(!wanted, !marked);
    free(marked);
}

static void what_is_shared(void **state)
{
    (void)state;
    expect("# 7 \"x.c\"\n#pragma omp task\nf(i, p);\n",
           "  [x.c:7:9] #pragma omp task firstprivate(k) shared(i) shared(p)\n",
           "# 7 \"x.c\"\n#pragma omp task priority(0*(int)(0+sizeof(&i)+sizeof(&p)))\nf(i, p);\n");
    expect("# 7 \"x.c\"\n#pragma omp taskloop\n", "[x.c:7:9] #pragma omp taskloop shared(i)\n",
           "# 7 \"x.c\"\n#pragma omp taskloop priority(0*(int)(0+sizeof(&i)))\n");
}

static void what_has_no_address(void **state)
{
    (void)state;
    const char *dump = "[x.c:7:9] #pragma omp task shared(n.0) firstprivate(i)\n";
    expect("# 7 \"x.c\"\n#pragma omp task\nf(i);\n", dump, NULL);
    dump = "[x.c:7:9] #pragma omp task shared(i)\n";
    expect("register long j, i;\n# 7 \"x.c\"\n#pragma omp task\nf(i);\n", dump, NULL);
    expect("register long ij;\n# 7 \"x.c\"\n#pragma omp task\nf(i);\n", dump,
           "register long ij;\n# 7 \"x.c\"\n#pragma omp task priority(0*(int)(0+sizeof(&i)))\n"
           "f(i);\n");
}

static void a_clause_stands_once(void **state)
{
    (void)state;
    const char *dump = "[x.c:7:9] #pragma omp task shared(i)\n";
    expect("# 7 \"x.c\"\n#pragma omp task priority(2)\n", dump,
           "# 7 \"x.c\"\n#pragma omp task priority(2) final(0*(int)(0+sizeof(&i)))\n");
    expect("# 7 \"x.c\"\n#pragma omp task priority(2) final(i)\n", dump, NULL);
}

static void the_place_is_meant(void **state)
{
    (void)state;
    const char *dump =
        "[x.c:7:9] #pragma omp task shared(i)\n[y.h:9:9] #pragma omp task shared(k)\n"
        "[x.c:8:9] #pragma omp parallel shared(m)\n";
    expect("# 8 \"x.c\"\n#pragma omp task\n# 7 \"y.h\"\n#pragma omp task\n", dump, NULL);
    expect("# 8 \"y.h\"\nf();\n#pragma omp task\n", dump,
           "# 8 \"y.h\"\nf();\n#pragma omp task priority(0*(int)(0+sizeof(&k)))\n");
    expect("# 8 \"x.c\"\n#pragma omp parallel\n", dump, NULL);
}

/* As a macro makes them. */
static void each_task_of_a_line(void **state)
{
    (void)state;
    const char *dump = "[x.c:7:9] #pragma omp task shared(i)\n[x.c:7:9] #pragma omp task\n"
                       "[x.c:7:9] #pragma omp task shared(k)\n";
    expect("# 7 \"x.c\"\n#pragma omp task\n# 7 \"x.c\"\n#pragma omp task\n"
           "# 7 \"x.c\"\n#pragma omp task\n",
           dump,
           "# 7 \"x.c\"\n#pragma omp task priority(0*(int)(0+sizeof(&i)))\n"
           "# 7 \"x.c\"\n#pragma omp task\n"
           "# 7 \"x.c\"\n#pragma omp task priority(0*(int)(0+sizeof(&k)))\n");
}

static void what_makes_tasks(void **state)
{
    (void)state;
    assert_true(task_in_pragma("int a;\n#pragma omp task\n"));
    assert_true(task_in_pragma("#pragma omp parallel masked taskloop simd\n"));
    assert_true(task_in_pragma("#pragma omp task if(0)\n"));
    assert_false(task_in_pragma("#pragma omp taskwait\nint task;\n"));
    assert_false(task_in_pragma("#pragma omp taskgroup\n#pragma omp taskyield\n"));
    assert_false(task_in_pragma("#pragma omp parallel\n task();\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_shared),       cmocka_unit_test(what_has_no_address),
        cmocka_unit_test(a_clause_stands_once), cmocka_unit_test(the_place_is_meant),
        cmocka_unit_test(each_task_of_a_line),  cmocka_unit_test(what_makes_tasks),
    };
    return cmocka_run_group_tests_name("task_source", tests, NULL, NULL);
}
