/* main_cc.h - what the files of `interleave cc` share.
 *
 * main_cc.c       reads gcc's command line and decides what is done
 * main_cc_compile.c  a source to an object, simd loops marked
 * main_cc_link.c  objects to a program or a library
 * main_cc_file.c  @files, and what object files need
 */
#ifndef INTERLEAVE_MAIN_CC_H
#define INTERLEAVE_MAIN_CC_H

#include <stdbool.h>
#include <stdio.h>

/* A command line as it grows; NULL-terminated. */
struct words {
    const char **text;
    int count, room;
};
void words_add(struct words *words, const char *text);
void words_add_all(struct words *words, const char *const *texts);

enum argument_kind {
    ARGUMENT_BOTH,     /* a flag for both steps */
    ARGUMENT_COMPILES, /* a flag that only compiling knows */
    ARGUMENT_LINKS,    /* only linking; its place among the files counts */
    ARGUMENT_LANGUAGE, /* -x */
    ARGUMENT_OUTPUT,   /* -o */
    ARGUMENT_SOURCE,
    ARGUMENT_OBJECT /* also archives and libraries */
};

struct argument {
    enum argument_kind kind;
    const char *text, *value; /* value: the next word, or NULL */
    const char *language;     /* of a source: -x before it, or NULL */
};

struct driver {
    struct argument *arguments;
    int count, room;
    int files, sources;
    const char *output;   /* -o, or NULL */
    const char *language; /* while reading: -x so far */
    bool question;        /* gcc answers it alone */
    bool only_compiles;   /* -c, -S */
    bool partial;         /* -r: an object of objects */
    bool shared;
    bool dependencies, dependency_file; /* -MD or -MMD; -MF */
    bool target;                        /* -MT or -MQ */
    bool asm_only;                      /* -S */
};

void driver_add(struct driver *driver, struct argument argument);

/* Runs gcc with this process's streams; its exit status. */
int gcc_run(const struct words *command);

/* Does a source speak of simd or of tasks? Then gcc alone cannot compile it. */
bool cc_has_marks(const struct driver *driver);

/* -c for all sources, in steps where something is marked; gcc's status. */
int cc_compile_all(const struct driver *driver);

/* One source to an object. target: what its dependencies are the ones of. */
int cc_compile(const struct driver *driver, const struct argument *source, const char *object,
               const char *dependency_file, const char *target);

/* A copy that lives as long as the process. */
const char *cc_kept(const char *text);

/* Compiles the sources and links all; gcc's exit status. */
int cc_link(const struct driver *driver);

/* Adds text, or what @text holds (depth: of such files within such files). */
void cc_expand(struct words *words, const char *text, int depth);

/* Says so when an object or an archive was compiled by somebody else. */
void cc_look_at(const char *object);

/* Says which functions of a shared library are hidden by libc's: names are looked
 * up there first when a program is loaded. */
void cc_look_at_library(const char *path);

/* Writes the linker's options that let the runtime's own names be undefined. */
bool cc_write_names(FILE *out);

#endif
