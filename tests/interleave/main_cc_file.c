/* main_cc_file.c - the files around a link: @files, symbols of objects. */
#include <ctype.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/compile_files.h"
#include "interleave/main_cc.h"
#include "interleave/main_tool.h"

/* ---- @files ------------------------------------------------------------------------- */

enum { DEEPEST = 10, LARGEST = 16 << 20 };

/* The next word of *text, as gcc reads them: parted by blanks, quotes of both
 * kinds, and a backslash before any character. NULL at the end. Malloc'ed. */
static char *next_word(const char **text)
{
    while (isspace((unsigned char)**text))
        (*text)++;
    if (!**text)
        return NULL;
    char *word = malloc(strlen(*text) + 1), quote = 0;
    if (!word)
        quit(EXIT_OURS, "[internal] out of memory");
    size_t used = 0;
    for (; **text && (quote || !isspace((unsigned char)**text)); (*text)++) {
        if (**text == quote && quote)
            quote = 0;
        else if (!quote && (**text == '"' || **text == '\''))
            quote = **text;
        else if (**text == '\\' && (*text)[1])
            word[used++] = *++(*text);
        else
            word[used++] = **text;
    }
    word[used] = '\0';
    return word;
}

void cc_expand(struct words *words, const char *text, int depth)
{
    size_t size;
    char *content = text[0] == '@' && depth < DEEPEST ? file_read(text + 1, LARGEST, &size) : NULL;
    if (!content) { /* as gcc does: it is a word then */
        words_add(words, text);
        return;
    }
    const char *rest = content;
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): the words are kept in words */
    for (char *word = next_word(&rest); word; word = next_word(&rest))
        cc_expand(words, word, depth + 1);
    free(content);
}

/* ---- symbols -------------------------------------------------------------------------- */

typedef void (*see_symbol)(const char *name, bool defined, void *data);

static void each_in_section(Elf *elf, Elf_Scn *section, const GElf_Shdr *header, see_symbol see,
                            void *data)
{
    Elf_Data *table = elf_getdata(section, NULL);
    size_t count = table && header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    for (size_t i = 1; i < count; i++) {
        GElf_Sym symbol;
        if (!gelf_getsym(table, (int)i, &symbol) || GELF_ST_BIND(symbol.st_info) == STB_LOCAL)
            continue;
        const char *name = elf_strptr(elf, header->sh_link, symbol.st_name);
        if (name)
            see(name, symbol.st_shndx != SHN_UNDEF, data);
    }
}

/* Every global symbol of a table of this type; false when it is no ELF file. */
static bool each_symbol(const char *path, unsigned type, see_symbol see, void *data)
{
    elf_version(EV_CURRENT);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    Elf *elf = fd < 0 ? NULL : elf_begin(fd, ELF_C_READ, NULL);
    bool is_elf = elf && elf_kind(elf) == ELF_K_ELF;
    for (Elf_Scn *section = NULL; is_elf && (section = elf_nextscn(elf, section));) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) && header.sh_type == type)
            each_in_section(elf, section, &header, see, data);
    }
    elf_end(elf);
    if (fd >= 0)
        close(fd);
    return is_elf;
}

struct needs {
    bool openmp, hooks;
};

static void see_need(const char *name, bool defined, void *data)
{
    struct needs *needs = data;
    needs->openmp |= !defined && strncmp(name, "GOMP_", 5) == 0;
    needs->hooks |= !defined && strcmp(name, "__tsan_init") == 0;
}

void cc_look_at(const char *object)
{
    struct needs needs = {0};
    if (each_symbol(object, SHT_SYMTAB, see_need, &needs) && needs.openmp && !needs.hooks)
        fprintf(stderr,
                "interleave: %s was compiled by gcc itself: what it reads and writes is not seen; "
                "compile it with interleave cc\n",
                object);
}

bool program_is_ours(const char *path)
{
    struct needs needs = {0};
    each_symbol(path, SHT_DYNSYM, see_need, &needs);
    return needs.hooks;
}

static void write_name(const char *name, bool defined, void *data)
{
    if (defined)
        fprintf(data, "--ignore-unresolved-symbol=%s\n", name);
}

bool cc_write_names(FILE *out)
{
    return each_symbol("/proc/self/exe", SHT_DYNSYM, write_name, out);
}
