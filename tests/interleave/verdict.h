/* verdict.h - every verdict there is, once.
 *
 * The grader, the wrong/ expectations, the reports and the book use this list
 * and no other. Columns: name, exit-worthy (does it cost points), the one
 * sentence that tells a beginner what it means. Order is precedence: of two
 * findings the one that stands first is reported.
 */
#ifndef INTERLEAVE_VERDICT_H
#define INTERLEAVE_VERDICT_H

#define VERDICTS(X)                                                                                \
    X(INTERNAL, "our fault, not yours: it is never scored")                                        \
    X(BUILD, "the compiler could not build the file")                                              \
    X(FORBIDDEN, "the file uses something that an exercise may not use")                           \
    X(RACE, "two threads touch the same data, one writes, and nothing orders them")                \
    X(CRASH, "the program died")                                                                   \
    X(DEADLOCK, "threads wait for each other, and none can ever go on")                            \
    X(ENDLESS, "the program can go on for ever without finishing")                                 \
    X(LEAK, "something was acquired and never given back")                                         \
    X(WRONG, "the result is wrong, whoever goes first")                                            \
    X(ATOMICITY, "no race, yet wrong in some schedule: steps that belong together can be parted")  \
    X(VARIES, "no race, but more than one outcome")                                                \
    X(SERIAL, "correct, but nothing ran in parallel")                                              \
    X(FALSE_SHARING, "threads write different variables on the same cache line")                   \
    X(SLOW, "parallel, but short of the goal")                                                     \
    X(UNDECIDED, "a bound was met before the answer was certain")                                  \
    X(INCOMPLETE, "not started yet: the file is the starter")                                      \
    X(PASS, "right in every schedule that matters")

enum verdict {
#define X(name, meaning) name,
    VERDICTS(X)
#undef X
        VERDICT_COUNT
};

/* "RACE" for RACE; a static string. */
const char *verdict_name(enum verdict verdict);

/* The sentence above; a static string. */
const char *verdict_meaning(enum verdict verdict);

#endif
