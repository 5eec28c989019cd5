/* affinity_format.c - who a thread is, in the program's own format (OpenMP 5.0,
 * 3.2.30 to 3.2.33): %[[0].size]type.
 */
#include <ctype.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/abi.h"
#include "interleave/checkpoint.h"
#include "interleave/affinity.h"
#include "interleave/environment.h"
#include "interleave/memory.h"
#include "interleave/output.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* affinity-format-var; the program's own lasts for one execution. */
static const char *format_now(const char *fresh)
{
    static OF_EXECUTION uint64_t execution;
    static OF_EXECUTION const char *set;
    if (execution != stage.execution)
        set = NULL;
    execution = stage.execution;
    if (fresh) {
        char *copy = stage_alloc(strlen(fresh) + 1);
        set = strcpy(copy, fresh);
    }
    return set ? set : environment.affinity_format;
}

/* ---- one field -------------------------------------------------------------------- */

struct field {
    bool zeros, right;
    int size; /* -1: as wide as it is */
    char type;
};

static const struct {
    const char *name;
    char type;
} long_names[] = {{"team_num", 't'},       {"num_teams", 'T'},   {"nesting_level", 'L'},
                  {"thread_num", 'n'},     {"num_threads", 'N'}, {"ancestor_tnum", 'a'},
                  {"host", 'H'},           {"process_id", 'P'},  {"native_thread_id", 'i'},
                  {"thread_affinity", 'A'}};

/* At the brace of %{name}; behind it afterwards. 0: there is no such name. */
static char type_by_name(const char **at)
{
    const char *name = *at + 1;
    for (size_t i = 0; i < sizeof long_names / sizeof *long_names; i++) {
        size_t length = strlen(long_names[i].name);
        if (strncmp(name, long_names[i].name, length) != 0 || name[length] != '}')
            continue;
        *at = name + length + 1;
        return long_names[i].type;
    }
    return 0;
}

static bool read_field(const char **at, struct field *field)
{
    const char *p = *at;
    *field = (struct field){.size = -1};
    field->zeros = *p == '0';
    p += field->zeros;
    field->right = *p == '.';
    p += field->right;
    if (field->zeros && !field->right)
        return false;
    if (isdigit((unsigned char)*p))
        field->size = (int)strtol(p, (char **)&p, 10);
    else if (field->right)
        return false;
    field->type = *p == '{' ? type_by_name(&p) : *p;
    if (*p && field->type == *p)
        p++;
    *at = p;
    return field->type && strchr("tTLnNaHPiA", field->type);
}

/* Processors of the thread's place, else all of them: 0-3 or 0,2. */
static void write_processors(FILE *out)
{
    unsigned long set = (1UL << PROCESSORS) - 1;
    const struct thread *self = stage.self;
    if (environment.place_count)
        set = environment.places[affinity_of(self->team, self->implicit->number).place];
    const char *comma = "";
    for (int i = 0; i < MOST_PLACES; i++) {
        int last = i;
        while (last < MOST_PLACES && set >> last & 1)
            last++;
        if (last == i)
            continue;
        fprintf(out, last - i > 1 ? "%s%d-%d" : "%s%d", comma, i, last - 1);
        comma = ",";
        i = last;
    }
}

static void write_value(FILE *out, char type)
{
    const struct thread *self = stage.self;
    const struct team *team = self->team;
    char host[256] = "";
    switch (type) {
    case 't':
        fprintf(out, "%d", team->team_number);
        break;
    case 'T':
        fprintf(out, "%d", team->teams);
        break;
    case 'L':
        fprintf(out, "%d", team->level);
        break;
    case 'n':
        fprintf(out, "%d", self->implicit->number);
        break;
    case 'N':
        fprintf(out, "%d", team->size);
        break;
    case 'a':
        fprintf(out, "%d", team->level > 0 ? team->parent_number : -1);
        break;
    case 'H':
        gethostname(host, sizeof host - 1);
        fputs(host, out);
        break;
    case 'P':
        fprintf(out, "%d", (int)getpid());
        break;
    case 'i':
        fprintf(out, "%#x", (unsigned)self->slot + 1);
        break;
    default:
        write_processors(out);
    }
}

static void write_padded(FILE *out, const struct field *field, const char *value)
{
    int length = (int)strlen(value), fill = field->size > length ? field->size - length : 0;
    if (field->zeros && !strchr("HA", field->type)) {
        int sign = value[0] == '-' ? 1 : strncmp(value, "0x", 2) == 0 ? 2 : 0;
        fprintf(out, "%.*s", sign, value);
        while (fill-- > 0)
            fputc('0', out);
        fputs(value + sign, out);
    } else if (field->right) {
        fprintf(out, "%*s%s", fill, "", value);
    } else {
        fprintf(out, "%s%*s", value, fill, "");
    }
}

static void write_field(FILE *out, const struct field *field)
{
    char *value = NULL;
    size_t size;
    FILE *memory = open_memstream(&value, &size);
    if (!memory)
        abort();
    write_value(memory, field->type);
    fclose(memory);
    write_padded(out, field, value);
    free(value);
}

/* ---- the whole ------------------------------------------------------------------------ */

static _Noreturn void not_understood(const char *format, const char *at, const void *pc)
{
    stage.message_pc = pc;
    stage_end(END_CRASH, "the affinity format \"%s\" cannot be read from \"%s\" on", format, at);
}

static void check(const char *format, const void *pc)
{
    struct field field;
    for (const char *at = strchr(format, '%'); at; at = strchr(at, '%')) {
        const char *start = at++;
        if (*at == '%')
            at++;
        else if (!read_field(&at, &field))
            not_understood(format, start, pc);
    }
}

/* malloc'ed. */
static char *described(const char *format, const void *pc)
{
    char *text = NULL;
    size_t size;
    check(format, pc);
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    while (*format) {
        struct field field;
        if (*format != '%' || *++format == '%') {
            fputc(*format++, out);
        } else {
            read_field(&format, &field);
            write_field(out, &field);
        }
    }
    fclose(out);
    return text;
}

static size_t give(const char *text, char *buffer, size_t room, const void *pc, uintptr_t cfa)
{
    size_t length = strlen(text);
    if (room) {
        size_t kept = length < room ? length : room - 1;
        memory_write(buffer, kept + 1, pc, cfa);
        memcpy(buffer, text, kept);
        buffer[kept] = '\0';
    }
    return length;
}

ABI void omp_set_affinity_format(const char *format)
{
    memory_read(format, strlen(format) + 1, CALLER_PC, CALLER_CFA);
    format_now(format);
}

ABI size_t omp_get_affinity_format(char *buffer, size_t room)
{
    return give(format_now(NULL), buffer, room, CALLER_PC, CALLER_CFA);
}

ABI size_t omp_capture_affinity(char *buffer, size_t room, const char *format)
{
    char *text = described(format && *format ? format : format_now(NULL), CALLER_PC);
    size_t length = give(text, buffer, room, CALLER_PC, CALLER_CFA);
    free(text);
    return length;
}

ABI void omp_display_affinity(const char *format)
{
    char *text = described(format && *format ? format : format_now(NULL), CALLER_PC);
    output_write(2, text, strlen(text));
    output_write(2, "\n", 1);
    free(text);
}

ABI void omp_display_env(int verbose)
{
    char *text = environment_text(stage.team_default, verbose != 0);
    output_write(2, text, strlen(text));
    free(text);
}
