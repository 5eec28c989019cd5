#include "interleave/fiber.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/bounds.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

#define GUARD_BYTES ((size_t)65536)
#define PITCH (STACK_BYTES + GUARD_BYTES)

static uintptr_t base;
static int protection = PROT_READ | PROT_WRITE;

void fiber_allow_code(void) { protection |= PROT_EXEC; }

void fiber_reserve(void)
{
    if (base)
        return;
    void *at = mmap(NULL, PITCH * MAX_THREADS, protection,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) {
        perror("[internal] mmap of the stacks");
        exit(70);
    }
    base = (uintptr_t)at;
    for (size_t i = 0; i < MAX_THREADS; i++)
        mprotect((void *)(base + i * PITCH), GUARD_BYTES, PROT_NONE);
}

static int slot_of(uintptr_t address, bool guard)
{
    if (!base || address < base || address >= base + PITCH * MAX_THREADS)
        return -1;
    size_t offset = (address - base) % PITCH;
    return (offset < GUARD_BYTES) == guard ? (int)((address - base) / PITCH) : -1;
}

int fiber_guarding(uintptr_t address) { return slot_of(address, true); }

int fiber_holding(uintptr_t address) { return slot_of(address, false); }

/* Six registers that a callee must keep, then the return address. */
__asm__(".text\n"
        ".globl interleave_switch\n"
        ".hidden interleave_switch\n"
        ".type interleave_switch, @function\n"
        "interleave_switch:\n"
#if defined(__x86_64__)
        "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n"
        "  pushq %r13\n  pushq %r14\n  pushq %r15\n"
        "  movq %rsp, (%rdi)\n"
        "  movq %rsi, %rsp\n"
        "  popq %r15\n  popq %r14\n  popq %r13\n"
        "  popq %r12\n  popq %rbx\n  popq %rbp\n"
        "  popq %rcx\n  jmp *%rcx\n" /* a ret would be predicted to stay on this stack */
#else
#error "fiber.c knows the switch of x86-64 only: add yours here"
#endif
        ".size interleave_switch, .-interleave_switch\n");

void interleave_switch(void **save, void *load);

/* The call is faster than the string instruction that gcc would make of it. */
void fill_pattern(void *at, size_t size)
{
    static void *(*volatile const fill)(void *, int, size_t) = memset;
    fill(at, 0xA5, size);
}

void fiber_start(struct fiber *f, int stack, void (*entry)(void))
{
    f->low = base + (size_t)stack * PITCH + GUARD_BYTES;
    f->high = f->low + STACK_BYTES;
    f->fake = NULL;
#if defined(__SANITIZE_ADDRESS__)
    ASAN_UNPOISON_MEMORY_REGION((void *)f->low, STACK_BYTES);
#endif
    fill_pattern((void *)(f->high - STACK_OWN_BYTES), STACK_OWN_BYTES);
    void **sp = (void **)f->high;
    *--sp = NULL; /* entry's return address: it never returns; aligned as after a call */
    *--sp = (void *)(uintptr_t)entry;
    for (int i = 0; i < 6; i++)
        *--sp = NULL;
    f->sp = sp;
}

void fiber_arrived(void)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(NULL, NULL, NULL);
#endif
}

void fiber_switch(struct fiber *from, struct fiber *to)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(&from->fake, (void *)to->low, to->high - to->low);
#endif
    interleave_switch(&from->sp, to->sp);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(from->fake, NULL, NULL);
#endif
}
