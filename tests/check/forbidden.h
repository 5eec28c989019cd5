/* forbidden.h - stage 1: what a submission may not contain.
 *
 * One look before it is built: at the files that it includes. Then three, each at
 * what the one before cannot see: at the directives of the source (for after
 * preprocessing they are gone), at the learner's own words after preprocessing
 * (where no macro hides them), at the object's symbols (which no wording hides).
 */
#ifndef CHECK_FORBIDDEN_H
#define CHECK_FORBIDDEN_H

#include <stdbool.h>

#include "interleave/verdict.h"

struct refusal {
    enum verdict verdict; /* FORBIDDEN, or BUILD for what is missing */
    int line;             /* in the source, 0 unknown */
    char headline[512];
    char explanation[1024];
};

/* Each returns true when all is well, else fills refusal. */

/* Before anything is built: the compiler is asked to open nothing but headers in
 * the folders that it looks through, so that what it says shows no other file. */
bool files_allowed(const char *source_text, struct refusal *refusal);

/* No #line, no #pragma but omp, no _Pragma, no #include_next, and no directive of
 * OpenMP whose name is among those of `without` (separated by blanks; or NULL). */
bool directives_allowed(const char *source_text, const char *without, struct refusal *refusal);

/* Own words: no asm, no attributes, no built-ins, no names of the runtime; and
 * no header but libc's and those of the exercise's folder. */
bool words_allowed(const char *preprocessed, const char *source, const char *folder,
                   struct refusal *refusal);

struct object_rules {
    const char *object;       /* the submission's shared object */
    const char *check;        /* the check's, whose PROVIDED functions may be called */
    const char *allow;        /* further libc functions, separated by blanks; or NULL */
    const char *preprocessed; /* to say in which line */
    const char *source;
};

/* Only allowed functions are called, no reserved name is defined, nothing runs
 * before the check, and everything that the check calls is there. */
bool object_allowed(const struct object_rules *rules, struct refusal *refusal);

/* The first line of the source where the word stands in the learner's own
 * text, 0 when it does not. */
int line_of_word(const char *preprocessed, const char *source, const char *word);

#endif
