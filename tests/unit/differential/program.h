/* program.h - small random OpenMP programs, as trees.
 *
 * A program is one parallel region: two to four threads with a few statements
 * over three shared ints. The same seed gives the same program everywhere. What
 * a thread reads it writes into its own row of `seen`, which belongs to the
 * outcome: so two schedules that differ anywhere mostly end differently.
 */
#ifndef UNIT_DIFFERENTIAL_PROGRAM_H
#define UNIT_DIFFERENTIAL_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum kind {
    /* one access or two */
    READ,
    WRITE,
    INCREASE,
    COPY,
    ATOMIC_READ,
    ATOMIC_WRITE,
    ATOMIC_ADD,
    ATOMIC_DOUBLE, /* gcc makes it of a load and an exchange */
    ATOMIC_CAPTURE,
    ATOMIC_SWAP,
    COMPARE, /* C's compare and exchange */
    PRIVATE, /* threadprivate */
    PRINT,
    /* order */
    FLUSH,
    BARRIER,
    TASKWAIT,
    TASKYIELD,
    WAIT, /* looks at an atomic until it is not 0 */
    EXIT,
    /* with a body */
    IF, /* an atomic or plain read decides */
    BY_NUMBER,
    CRITICAL,
    LOCK,
    TRY,
    BACK_OFF, /* takes one lock, tries the other, gives back */
    NEST_LOCK,
    TRY_NEST,
    SINGLE,
    COPYPRIVATE,
    MASTER,
    SECTIONS,
    LOOP,
    ORDERED,
    TASK,
    TASKGROUP,
    TASKLOOP,
    NESTED,
    KINDS
};

enum strength { SEQ_CST, RELAXED, ACQUIRE, RELEASE, ACQ_REL, PLAIN };
enum depend { NO_DEPEND, DEPEND_IN, DEPEND_OUT, DEPEND_INOUT, DEPEND_MUTEX };
enum { VARIABLES = 3, ROWS = 4, SLOTS = 12, MOST_NODES = 64, STATE = VARIABLES + ROWS * SLOTS };

struct node {
    enum kind kind;
    int variable; /* or which lock, critical name */
    int value;
    int slot; /* column of seen */
    enum strength order;
    enum depend depend;
    int shape;    /* which of some forms that it has */
    bool nowait;  /* or if(0) of a task */
    bool own_row; /* what it reads goes to its thread's row, not to one for all */
    struct node *body, *other, *next;
};

struct program {
    uint64_t seed;
    int threads;
    bool late;                  /* asks for its number where it needs it, not at first */
    struct node *body, *second; /* of one region, and of another after it or NULL */
    struct node nodes[MOST_NODES];
    int count;
};

/* The program of a seed. Its nodes point into it: not to be copied. */
void program_generate(struct program *program, uint64_t seed);

/* Writes `int NAME(void)`; with `bounded`, waiting loops give up after some
 * looks: give_up() ends the execution. */
void program_print(const struct program *program, const char *name, bool bounded, FILE *out);

/* What stands before the functions of a file. */
void program_prelude(FILE *out);

/* A file of its own, with a main. */
void program_print_alone(const struct program *program, FILE *out);

bool program_has(const struct program *program, enum kind kind);
bool program_waits(const struct program *program); /* WAIT or BACK_OFF */
bool program_weak(const struct program *program);  /* an order other than seq_cst */

/* Deletes statements while still(program, data) holds, which is true at first. */
void program_shrink(struct program *program, bool (*still)(struct program *, void *), void *data);

#endif
