/* makespans.h - the tables of the programs in makespans*.c, by topic. */
#ifndef MAKESPANS_H
#define MAKESPANS_H

void work(int units);
void pause_for(int units);

/* A table ends with a NULL name. */
struct program {
    const char *name;
    void (*run)(void);
};

extern const struct program makespans_regions[], makespans_worksharing[], makespans_tasks[],
    makespans_pairs[];

#endif
