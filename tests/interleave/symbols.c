#include "interleave/symbols.h"

#include <fcntl.h>
#include <gelf.h>
#include <unistd.h>

static void in_section(Elf *elf, Elf_Scn *section, const GElf_Shdr *header, see_symbol see,
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

static bool in_file(Elf *elf, bool linked, see_symbol see, void *data)
{
    GElf_Ehdr file;
    if (!gelf_getehdr(elf, &file) || (file.e_type != ET_REL) != linked)
        return false;
    for (Elf_Scn *section = NULL; (section = elf_nextscn(elf, section));) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) && header.sh_type == (linked ? SHT_DYNSYM : SHT_SYMTAB))
            in_section(elf, section, &header, see, data);
    }
    return true;
}

static void in_archive(int fd, Elf *archive, see_symbol see, void *data)
{
    Elf_Cmd next = ELF_C_READ;
    for (Elf *member; (member = elf_begin(fd, next, archive)) != NULL;) {
        if (elf_kind(member) == ELF_K_ELF)
            in_file(member, false, see, data);
        next = elf_next(member);
        elf_end(member);
    }
}

static bool look_through(const char *path, bool linked, see_symbol see, void *data)
{
    elf_version(EV_CURRENT);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    Elf *elf = fd < 0 ? NULL : elf_begin(fd, ELF_C_READ, NULL);
    bool archive = elf && !linked && elf_kind(elf) == ELF_K_AR;
    bool found = archive || (elf && elf_kind(elf) == ELF_K_ELF && in_file(elf, linked, see, data));
    if (archive)
        in_archive(fd, elf, see, data);
    elf_end(elf);
    if (fd >= 0)
        close(fd);
    return found;
}

bool symbols_of_objects(const char *path, see_symbol see, void *data)
{
    return look_through(path, false, see, data);
}

bool symbols_of_linked(const char *path, see_symbol see, void *data)
{
    return look_through(path, true, see, data);
}
