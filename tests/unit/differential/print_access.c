/* print_access.c - the C source of single accesses. */
#include <stdarg.h>

#include "unit/differential/print_own.h"

struct printing printing;

const char *const print_orders[] = {" seq_cst", " relaxed", " acquire", " release", " acq_rel", ""};
static const char *const names[] = {"__ATOMIC_SEQ_CST", "__ATOMIC_RELAXED", "__ATOMIC_ACQUIRE",
                                    "__ATOMIC_RELEASE", "__ATOMIC_ACQ_REL"};

void print_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (format[0] != '#')
        fprintf(printing.out, "%*s", 4 * printing.indent, "");
    vfprintf(printing.out, format, arguments);
    fputc('\n', printing.out);
    va_end(arguments);
}

void print_observed(const struct node *node, const char *value)
{
    if (printing.row)
        print_line("seen[%s][%d] = %s;", printing.row, node->slot, value);
    else
        print_line("(void)%s;", value);
}

void print_atomic_read(const struct node *node)
{
    print_line("#pragma omp atomic read%s", print_orders[node->order]);
    print_line("t = v%d;", node->variable);
}

void print_access(const struct node *node)
{
    int v = node->variable, value = node->value;
    char name[8];
    snprintf(name, sizeof name, "v%d", v);
    switch (node->kind) {
    case READ:
        print_observed(node, name);
        break;
    case WRITE:
        print_line("v%d = %d;", v, value);
        break;
    case INCREASE:
        print_line("v%d = v%d + %d;", v, v, value);
        break;
    case COPY:
        print_line("v%d = v%d;", v, (v + 1) % VARIABLES);
        break;
    case ATOMIC_WRITE:
        print_line("#pragma omp atomic write%s", print_orders[node->order]);
        print_line("v%d = %d;", v, value);
        break;
    case ATOMIC_ADD:
        print_line("#pragma omp atomic update%s", print_orders[node->order]);
        print_line("v%d += %d;", v, value);
        break;
    case ATOMIC_DOUBLE:
        print_line("#pragma omp atomic update%s", print_orders[node->order]);
        print_line("v%d *= 2;", v);
        break;
    case PRIVATE:
        print_line("mine += %d;", value);
        print_observed(node, "mine");
        break;
    default:
        break;
    }
}

/* With a variable of its own for what it reads. */
void print_access_through(const struct node *node)
{
    print_line("{");
    printing.indent++;
    print_line("int t = 0;");
    if (node->kind == ATOMIC_CAPTURE) {
        print_line("#pragma omp atomic capture%s", print_orders[node->order]);
        print_line("{ t = v%d; v%d += %d; }", node->variable, node->variable, node->value);
    } else if (node->kind == ATOMIC_SWAP) {
        print_line("#pragma omp atomic capture%s", print_orders[node->order]);
        print_line("{ t = v%d; v%d = %d; }", node->variable, node->variable, node->value);
    } else if (node->kind == COMPARE) {
        print_line("t = %d;", node->shape % 3);
        print_line("__atomic_compare_exchange_n(&v%d, &t, %d, 0, %s, __ATOMIC_%s);", node->variable,
                   node->value, names[node->order], node->order == SEQ_CST ? "SEQ_CST" : "RELAXED");
    } else {
        print_atomic_read(node);
    }
    print_observed(node, "t");
    printing.indent--;
    print_line("}");
}
