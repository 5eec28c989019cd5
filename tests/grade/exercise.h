/* exercise.h - which exercises there are, and what a learner may call them.
 *
 * No list exists anywhere: a folder exercises/NN-slug is an exercise. Order is
 * name order.
 */
#ifndef GRADE_EXERCISE_H
#define GRADE_EXERCISE_H

struct exercise {
    char *name;   /* "42-atomic-capture" */
    char *number; /* "42" */
    char *slug;   /* "atomic-capture" */
    char *file;   /* "atomic_capture.c" */
    char *header; /* "atomic_capture.h" */
    int chapter;  /* 4 */
};

struct exercises {
    struct exercise *item;
    int count;
};

/* All of folder. Returns 0, or -1 with errno when it cannot be read. */
int exercises_find(const char *folder, struct exercises *exercises);

/* The exercise that word means: its number (42), name, slug, a path into its
 * folder, or the unique beginning of a name or slug. NULL with *why (malloc'ed):
 * what is wrong and what would be right. */
const struct exercise *exercise_pick(const struct exercises *exercises, const char *word,
                                     char **why);

void exercises_free(struct exercises *exercises);

#endif
