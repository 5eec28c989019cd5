/* places_location.c - where a variable lies.
 *
 * The expressions that gcc writes at -O0: a fixed address, a place in the frame
 * (its frame base is the canonical frame address), and for a variable that an
 * outlined function was handed a way through the argument block:
 *
 *     fbreg -104; deref; plus_uconst 24           by value, in the block
 *     fbreg -104; deref; plus_uconst 8; deref     by pointer
 *
 * Anything else has no address here.
 */
#include <dwarf.h>
#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "interleave/places_own.h"

/* A program that is being reported on may have broken its pointers. The kernel
 * looks at a set of signals before it refuses to know what to do with it, so a
 * call that cannot do anything tells whether eight bytes are there; it is allowed
 * in every sandbox in which signals work. */
static bool is_readable(uintptr_t address)
{
    return syscall(SYS_rt_sigprocmask, -1, address, NULL, sizeof(uint64_t)) == 0 || errno != EFAULT;
}

bool peek(uintptr_t address, uintptr_t *word)
{
    if (address < 4096 || !is_readable(address))
        return false;
    memcpy(word, (const void *)address, sizeof *word);
    return true;
}

/* One operation on the value so far; false when it is none that we know. */
static bool apply(const Dwarf_Op *operation, const struct setting *setting, uintptr_t *value)
{
    switch (operation->atom) {
    case DW_OP_addr:
        *value = setting->bias + operation->number;
        return true;
    case DW_OP_fbreg:
        *value = setting->cfa + operation->number;
        return setting->cfa != 0;
    case DW_OP_deref:
        return peek(*value, value);
    case DW_OP_plus_uconst:
        *value += operation->number;
        return true;
    default:
        return false;
    }
}

/* Is this the load of the argument block's address, which is known? */
static bool loads_block(const Dwarf_Op *operation, size_t left, const struct setting *setting)
{
    return setting->block != 0 && left >= 2 && operation[0].atom == DW_OP_fbreg &&
           (int64_t)operation[0].number == setting->block_slot && operation[1].atom == DW_OP_deref;
}

bool variable_address(Dwarf_Die *variable, const struct setting *setting, uintptr_t *address)
{
    Dwarf_Attribute attribute;
    Dwarf_Op *operations;
    size_t count;
    if (!dwarf_attr(variable, DW_AT_location, &attribute) ||
        dwarf_getlocation(&attribute, &operations, &count) != 0 || count == 0)
        return false;
    uintptr_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (loads_block(&operations[i], count - i, setting)) {
            value = setting->block;
            i++;
        } else if (!apply(&operations[i], setting, &value)) {
            return false;
        }
    }
    *address = value;
    return true;
}

bool block_slot_of(Dwarf_Die *function, int64_t *slot)
{
    Dwarf_Die die;
    if (dwarf_child(function, &die) != 0)
        return false;
    do {
        Dwarf_Attribute attribute;
        Dwarf_Op *operations;
        size_t count;
        if (dwarf_tag(&die) == DW_TAG_formal_parameter && !dwarf_diename(&die) &&
            dwarf_attr(&die, DW_AT_location, &attribute) &&
            dwarf_getlocation(&attribute, &operations, &count) == 0 && count == 1 &&
            operations[0].atom == DW_OP_fbreg) {
            *slot = (int64_t)operations[0].number;
            return true;
        }
    } while (dwarf_siblingof(&die, &die) == 0);
    return false;
}
