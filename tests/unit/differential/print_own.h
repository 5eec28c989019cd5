/* print_own.h - what the parts of the printer share. */
#ifndef UNIT_DIFFERENTIAL_PRINT_OWN_H
#define UNIT_DIFFERENTIAL_PRINT_OWN_H

#include "unit/differential/program.h"

extern struct printing {
    const struct program *program;
    FILE *out;
    bool bounded;    /* waiting loops give up */
    const char *row; /* of seen, here; NULL: nothing is observed */
    int indent;
} printing;

extern const char *const print_orders[]; /* clauses, with a blank before */

/* A line of source; a directive starts at the margin. */
void print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What was read goes into the thread's row of seen. */
void print_observed(const struct node *node, const char *value);
void print_atomic_read(const struct node *node); /* into t */
void print_access(const struct node *node);
/* With a variable of its own for what it reads. */
void print_access_through(const struct node *node);

#endif
