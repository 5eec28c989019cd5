/* compile_words.h - what gcc said. */
#ifndef INTERLEAVE_COMPILE_WORDS_H
#define INTERLEAVE_COMPILE_WORDS_H

#include <stdbool.h>

/* Takes out what says nothing to a learner, and what differs from run to run. */
void words_settle(char *words);

/* Is it said in the file at path that an asm() asks for a register that is kept from
 * the compiler? */
bool words_want_registers(const char *path);

#endif
