#include "interleave/tls.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/schedule.h"
#include "interleave/task.h"

struct tls_index {
    unsigned long module, offset;
};

#define MAX_MODULES 8

/* Blocks of two threads never share one: libc's are pages apart. */
#define CACHE_LINE ((size_t)64)

static struct module {
    size_t id, image_size, block_size, align;
    const void *image;
    void *blocks[MAX_THREADS]; /* by slot; NULL: not asked for in this execution */
} modules[MAX_MODULES];
static int count;

void tls_watch(size_t module, const void *image, size_t image_size, size_t block_size, size_t align)
{
    if (count == MAX_MODULES)
        abort();
    modules[count++] = (struct module){.id = module,
                                       .image = image,
                                       .image_size = image_size,
                                       .block_size = block_size,
                                       .align = align < CACHE_LINE ? CACHE_LINE : align};
}

void tls_begin(void)
{
    for (int i = 0; i < count; i++)
        memset(modules[i].blocks, 0, sizeof modules[i].blocks);
}

void tls_pause(void)
{
    for (int i = 0; i < count; i++)
        for (int slot = 0; slot < MAX_THREADS; slot++)
            if (slot != stage.self->tls_slot)
                modules[i].blocks[slot] = NULL;
}

static void *block_of(struct module *module)
{
    int slot = stage.self ? stage.self->tls_slot : 0;
    if (!module->blocks[slot]) {
        size_t whole = (module->block_size + CACHE_LINE - 1) & ~(CACHE_LINE - 1);
        char *block = stage_alloc(whole + module->align);
        block += -(uintptr_t)block & (module->align - 1);
        memcpy(block, module->image, module->image_size);
        module->blocks[slot] = block;
    }
    return module->blocks[slot];
}

ABI void *__tls_get_addr(const struct tls_index *index);

ABI void *__tls_get_addr(const struct tls_index *index)
{
    static void *(*loader)(const struct tls_index *);
    for (int i = 0; i < count; i++) {
        if (modules[i].id != index->module)
            continue;
        if (stage.self)
            task_asks_who();
        return (char *)block_of(&modules[i]) + index->offset;
    }
    if (!loader) {
        void *found = dlsym(RTLD_NEXT, "__tls_get_addr");
        memcpy(&loader, &found, sizeof loader);
    }
    return loader(index);
}

uint64_t tls_hash(uint64_t seed)
{
    for (int i = 0; i < count; i++)
        for (int slot = 0; slot < MAX_THREADS; slot++)
            if (modules[i].blocks[slot])
                seed = hash_block(modules[i].blocks[slot], modules[i].block_size, seed);
    return seed;
}

void tls_pieces(void)
{
    for (int i = 0; i < count; i++)
        checkpoint_piece(modules[i].blocks, sizeof modules[i].blocks);
}
