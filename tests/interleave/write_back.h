/* write_back.h - gcc's copying back of what is lastprivate. */
#ifndef INTERLEAVE_WRITE_BACK_H
#define INTERLEAVE_WRITE_BACK_H

#include <stdbool.h>

/* The running thread writes at `pc`, where `strand` wrote the same before, and nothing
 * orders them. Do both only write back what a loop without any iteration left? */
bool write_back_of_nothing(const void *pc, int strand);

#endif
