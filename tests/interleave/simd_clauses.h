/* simd_clauses.h - what a pragma says about the lanes of its loop. */
#ifndef INTERLEAVE_SIMD_CLAUSES_H
#define INTERLEAVE_SIMD_CLAUSES_H

#include <stdbool.h>

enum pragma_kind { PRAGMA_OTHER, PRAGMA_SIMD, PRAGMA_ANY_ORDER, PRAGMA_ORDERED_SIMD };

struct pragma {
    enum pragma_kind kind;
    bool unknown;   /* a clause that this reader can't follow: better not to judge the loop */
    bool any_order; /* order(concurrent), or a loop construct */
    int collapse;   /* loops that belong together */
    char safelen[256];
    char condition[512]; /* of `if`: false makes it a loop of one lane; "" none */
    char own[1024];      /* calls that name what each lane combines with the others (reduction,
                          * linear), each followed by a comma */
};

/* Reads one preprocessed line "#pragma omp …". */
struct pragma pragma_read(const char *line);

#endif
