/* print.c - the C source of a generated program. */
#include "unit/differential/print_own.h"

static const char *const depends[] = {"", "in", "out", "inout", "mutexinoutset"};

static const char *me(void) { return printing.program->late ? "omp_get_thread_num()" : "me"; }

static void list(const struct node *node);

static void body(const struct node *node)
{
    printing.indent++;
    list(node);
    printing.indent--;
}

static void braces(const struct node *node)
{
    print_line("{");
    body(node);
    print_line("}");
}

/* `bounded`: counts its looks, so that no two rounds are alike. */
static void loop_start(void)
{
    if (!printing.bounded) {
        print_line("for (;;) {");
        return;
    }
    print_line("for (int look = 0;; look++) { if (look == LOOKS) give_up();");
}

static void wait_for(const struct node *node)
{
    loop_start();
    printing.indent++;
    print_line("int t;");
    print_atomic_read(node);
    print_line("if (t) break;");
    printing.indent--;
    print_line("}");
}

static void back_off(const struct node *node)
{
    int first = node->variable, second = !first;
    loop_start();
    print_line("    omp_set_lock(&lock%d);", first);
    print_line("    if (omp_test_lock(&lock%d)) break;", second);
    print_line("    omp_unset_lock(&lock%d);", first);
    print_line("}");
    braces(node->body);
    print_line("omp_unset_lock(&lock%d);", second);
    print_line("omp_unset_lock(&lock%d);", first);
}

/* Braces around it: what is read is a variable of its own. */
static void decide(const struct node *node)
{
    print_line("{");
    int compared = node->shape % 3;
    if (node->kind == BY_NUMBER) {
        print_line("if (%s == %d) {", me(), node->shape % printing.program->threads);
    } else if (node->order == PLAIN) {
        print_line("if (v%d == %d) {", node->variable, compared);
    } else {
        print_line("int t = 0;");
        print_atomic_read(node);
        print_line("if (t == %d) {", compared);
    }
    body(node->body);
    if (node->other) {
        print_line("} else {");
        body(node->other);
    }
    print_line("}");
    print_line("}");
}

static void try(const struct node *node)
{
    bool again = node->shape & 1 && !node->other;
    const char *nest = node->kind == TRY_NEST ? "nest_" : "";
    if (again)
        print_line("for (int again = 0; again < 2; again++)");
    print_line("if (omp_test_%slock(&%slock%d)) {", nest, nest, node->variable);
    body(node->body);
    print_line("    omp_unset_%slock(&%slock%d);", nest, nest, node->variable);
    if (again)
        print_line("    break;");
    if (node->other) {
        print_line("} else {");
        body(node->other);
    }
    print_line("}");
}

static void exclusive(const struct node *node)
{
    const char *nest = node->kind == NEST_LOCK ? "nest_" : "";
    if (node->kind == CRITICAL) {
        print_line("#pragma omp critical (%c)", 'a' + node->variable);
        braces(node->body);
        return;
    }
    print_line("omp_set_%slock(&%slock%d);", nest, nest, node->variable);
    braces(node->body);
    print_line("omp_unset_%slock(&%slock%d);", nest, nest, node->variable);
}

static void sections(const struct node *node)
{
    print_line("#pragma omp sections%s", node->nowait ? " nowait" : "");
    print_line("{");
    braces(node->body);
    print_line("#pragma omp section");
    braces(node->other);
    print_line("}");
}

static void loop(const struct node *node)
{
    static const char *const schedules[] = {"dynamic", "dynamic", "static, 1", "guided"};
    char reduction[24] = "";
    if (node->shape & 8)
        snprintf(reduction, sizeof reduction, " reduction(+: v%d)", node->variable);
    print_line("#pragma omp for schedule(%s)%s%s%s", schedules[node->shape & 3],
               node->shape & 4 ? " ordered" : "", node->nowait ? " nowait" : "", reduction);
    print_line("for (int i = 0; i < %d; i++) {", node->value == 3 ? 3 : 2);
    body(node->body);
    print_line("}");
}

static void copyprivate(const struct node *node)
{
    print_line("{");
    printing.indent++;
    print_line("int t = 0;");
    print_line("#pragma omp single copyprivate(t)");
    print_line("{");
    const char *row = printing.row;
    printing.row = node->own_row ? row : row ? "0" : NULL;
    body(node->body);
    printing.row = row;
    print_line("    t = v%d;", node->variable);
    print_line("}");
    print_observed(node, "t");
    printing.indent--;
    print_line("}");
}

static const char *depend_clause(const struct node *node)
{
    static char clause[40];
    snprintf(clause, sizeof clause, " depend(%s: v%d)", depends[node->depend], node->variable);
    return node->depend == NO_DEPEND ? "" : clause;
}

static void task(const struct node *node)
{
    print_line("#pragma omp task%s%s%s", node->nowait ? " if(0)" : "",
               node->shape & 8 ? " untied" : "", depend_clause(node));
    braces(node->body);
}

static void taskloop(const struct node *node)
{
    const char *row = printing.row;
    printing.row = row ? "i" : NULL;
    print_line("#pragma omp taskloop grainsize(1)%s", node->nowait ? " nogroup" : "");
    print_line("for (int i = 0; i < 2; i++) {");
    body(node->body);
    print_line("}");
    printing.row = row;
}

/* Done by one thread: its reads may go to a row that says nothing of whom. */
static void by_one(const struct node *node)
{
    const char *row = printing.row;
    if (row && !node->own_row)
        printing.row = node->kind == LOOP ? "i" : "0";
    if (node->kind == SECTIONS)
        sections(node);
    else if (node->kind == LOOP)
        loop(node);
    else {
        print_line(node->kind == SINGLE ? "#pragma omp single%s" : "#pragma omp master%s",
                   node->kind == SINGLE && node->nowait ? " nowait" : "");
        braces(node->body);
    }
    printing.row = row;
}

static void nested(const struct node *node)
{
    const char *row = printing.row;
    printing.row = NULL;
    print_line("#pragma omp parallel num_threads(2)");
    braces(node->body);
    printing.row = row;
}

static void with_body(const struct node *node)
{
    switch (node->kind) {
    case IF:
    case BY_NUMBER:
        decide(node);
        break;
    case TRY:
    case TRY_NEST:
        try(node);
        break;
    case BACK_OFF:
        back_off(node);
        break;
    case COPYPRIVATE:
        copyprivate(node);
        break;
    case ORDERED:
        print_line("#pragma omp ordered");
        braces(node->body);
        break;
    case TASK:
        task(node);
        break;
    case TASKLOOP:
        taskloop(node);
        break;
    case TASKGROUP:
        print_line("#pragma omp taskgroup");
        braces(node->body);
        break;
    case NESTED:
        nested(node);
        break;
    case CRITICAL:
    case LOCK:
    case NEST_LOCK:
        exclusive(node);
        break;
    default:
        by_one(node);
    }
}

static void alone(const struct node *node)
{
    switch (node->kind) {
    case PRINT:
        print_line("printf(\"%d\");", node->value);
        break;
    case FLUSH:
        print_line("#pragma omp flush");
        break;
    case BARRIER:
        print_line("#pragma omp barrier");
        break;
    case TASKWAIT:
        print_line("#pragma omp taskwait%s", depend_clause(node));
        break;
    case TASKYIELD:
        print_line("#pragma omp taskyield");
        break;
    case WAIT:
        wait_for(node);
        break;
    case EXIT:
        print_line("exit(%d);", 10 + node->value);
        break;
    case ATOMIC_READ:
    case ATOMIC_CAPTURE:
    case ATOMIC_SWAP:
    case COMPARE:
        print_access_through(node);
        break;
    default:
        print_access(node);
    }
}

static void list(const struct node *node)
{
    for (; node; node = node->next) {
        print_line("DELAY;");
        if (node->kind >= IF)
            with_body(node);
        else
            alone(node);
    }
}

static void region(const struct node *body)
{
    print_line("#pragma omp parallel num_threads(%d)", printing.program->threads);
    print_line("    {");
    printing.indent = 2;
    if (!printing.program->late)
        print_line("int me = omp_get_thread_num(); (void)me;");
    list(body);
    printing.indent = 0;
    print_line("    }");
}

void program_print(const struct program *program, const char *name, bool bounded, FILE *out)
{
    printing.program = program;
    printing.out = out;
    printing.bounded = bounded;
    printing.row = me();
    printing.indent = 0;
    print_line("#line 1"); /* the same line numbers, bounded or not */
    print_line("int %s(void)", name);
    print_line("{");
    print_line("    begin();");
    region(program->body);
    if (program->second)
        region(program->second);
    print_line("    return 0;");
    print_line("}");
}

void program_prelude(FILE *out)
{
    fprintf(out,
            "#include <omp.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
            "#ifdef HARNESS\nstatic void delay(void);\n#define DELAY delay()\n"
            "#else\n#define DELAY\n#endif\n"
            "#define LOOKS 2\nvoid give_up(void);\n"
            "int v0, v1, v2, seen[%d][%d], mine;\n"
            "#pragma omp threadprivate(mine)\n"
            "omp_lock_t lock0, lock1;\nomp_nest_lock_t nest_lock0, nest_lock1;\n"
            "static void begin(void)\n{\n"
            "    omp_set_max_active_levels(2);\n"
            "    omp_init_lock(&lock0);\n    omp_init_lock(&lock1);\n"
            "    omp_init_nest_lock(&nest_lock0);\n    omp_init_nest_lock(&nest_lock1);\n"
            "}\n",
            ROWS, SLOTS);
}

void program_print_alone(const struct program *program, FILE *out)
{
    fprintf(out, "// seed %llu\n", (unsigned long long)program->seed);
    program_prelude(out);
    program_print(program, "program", false, out);
    fprintf(out,
            "int main(void)\n{\n    program();\n    int *state[] = {&v0, &v1, &v2};\n"
            "    for (int i = 0; i < 3; i++)\n        printf(\"%%d \", *state[i]);\n"
            "    for (int i = 0; i < %d; i++)\n        printf(\"%%d\", (&seen[0][0])[i]);\n"
            "    return 0;\n}\n",
            ROWS * SLOTS);
}
