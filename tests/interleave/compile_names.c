#include "interleave/compile_names.h"

#include <fcntl.h>
#include <gelf.h>
#include <string.h>
#include <unistd.h>

#include "interleave/wrapped.h"

/* With --wrap=NAME, __real_NAME is the program's definition. */
static const struct {
    const char *name, *option;
} names[] = {
#define X(name, safety, why) {#name, "-Wl,--defsym=__wrap_" #name "=__real_" #name},
    WRAPPED(X)
#undef X
};

static void look_up(const char *name, struct arguments *arguments)
{
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, name) == 0)
            argument_add(arguments, names[i].option);
}

static void look_through(Elf *elf, Elf_Scn *section, const GElf_Shdr *header,
                         struct arguments *arguments)
{
    Elf_Data *data = elf_getdata(section, NULL);
    size_t count = data && header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    for (size_t i = 0; i < count; i++) {
        GElf_Sym symbol;
        if (gelf_getsym(data, (int)i, &symbol) && symbol.st_shndx != SHN_UNDEF &&
            GELF_ST_BIND(symbol.st_info) == STB_GLOBAL)
            look_up(elf_strptr(elf, header->sh_link, symbol.st_name), arguments);
    }
}

void names_of_object(const char *object, struct arguments *arguments)
{
    int fd = open(object, O_RDONLY | O_CLOEXEC);
    elf_version(EV_CURRENT);
    Elf *elf = fd >= 0 ? elf_begin(fd, ELF_C_READ, NULL) : NULL;
    Elf_Scn *section = NULL;
    while (elf && (section = elf_nextscn(elf, section)) != NULL) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_SYMTAB)
            look_through(elf, section, &header, arguments);
    }
    elf_end(elf);
    if (fd >= 0)
        close(fd);
}
