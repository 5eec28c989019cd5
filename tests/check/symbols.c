/* symbols.c - the dynamic symbols and a few facts of a shared object. */
#include "check/symbols.h"

#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void read_symbols(struct object *object, Elf_Scn *section, const GElf_Shdr *header)
{
    Elf_Data *data = elf_getdata(section, NULL);
    size_t count = header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    object->symbols = calloc(count + 1, sizeof *object->symbols);
    for (size_t i = 1; i < count && object->symbols; i++) {
        GElf_Sym one;
        if (!gelf_getsym(data, (int)i, &one))
            continue;
        const char *name = elf_strptr(object->elf, header->sh_link, one.st_name);
        if (!name || !*name)
            continue;
        object->symbols[object->symbol_count++] = (struct symbol){
            .name = name,
            .defined = one.st_shndx != SHN_UNDEF,
            .function = GELF_ST_TYPE(one.st_info) == STT_FUNC,
            .unusual = GELF_ST_TYPE(one.st_info) == STT_GNU_IFUNC,
        };
    }
}

/* .init_array and .fini_array hold one address a function; DT_INIT and DT_FINI
 * name one each. */
static void read_dynamic(struct object *object, Elf_Scn *section, const GElf_Shdr *header)
{
    Elf_Data *data = elf_getdata(section, NULL);
    size_t count = header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    for (size_t i = 0; i < count; i++) {
        GElf_Dyn one;
        if (!gelf_getdyn(data, (int)i, &one) || one.d_tag == DT_NULL)
            return;
        if (one.d_tag == DT_INIT || one.d_tag == DT_FINI)
            object->start_calls++;
        if (one.d_tag == DT_INIT_ARRAYSZ || one.d_tag == DT_FINI_ARRAYSZ ||
            one.d_tag == DT_PREINIT_ARRAYSZ)
            object->start_calls += (int)(one.d_un.d_val / sizeof(void *));
    }
}

bool object_read(struct object *object, const char *path)
{
    size_t names;
    Elf_Scn *section = NULL;
    memset(object, 0, sizeof *object);
    elf_version(EV_CURRENT);
    object->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    object->elf = elf_begin(object->descriptor, ELF_C_READ, NULL);
    if (!object->elf || elf_getshdrstrndx(object->elf, &names) < 0) {
        object_close(object);
        return false;
    }
    while ((section = elf_nextscn(object->elf, section)) != NULL) {
        GElf_Shdr header;
        const char *name;
        if (!gelf_getshdr(section, &header))
            continue;
        if (header.sh_type == SHT_DYNSYM)
            read_symbols(object, section, &header);
        else if (header.sh_type == SHT_DYNAMIC)
            read_dynamic(object, section, &header);
        if (header.sh_flags & SHF_WRITE)
            object->variables += header.sh_size;
        name = elf_strptr(object->elf, names, header.sh_name);
        if (name && strcmp(name, "per_run") == 0) {
            object->per_run = header.sh_addr;
            object->per_run_size = header.sh_size;
        }
    }
    return true;
}

void object_close(struct object *object)
{
    free(object->symbols);
    if (object->elf)
        elf_end(object->elf);
    if (object->descriptor >= 0)
        close(object->descriptor);
    memset(object, 0, sizeof *object);
    object->descriptor = -1;
}

bool object_defines(const struct object *object, const char *name)
{
    for (int i = 0; i < object->symbol_count; i++)
        if (object->symbols[i].defined && strcmp(object->symbols[i].name, name) == 0)
            return true;
    return false;
}
