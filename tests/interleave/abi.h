/* abi.h - what the program may see of the host, and where it called from. */
#ifndef INTERLEAVE_ABI_H
#define INTERLEAVE_ABI_H

#include <stdint.h>

/* An entry point of the OpenMP runtime, of the sanitizer, or a wrapped libc
 * function: the only symbols of the host that a program is linked with. */
#define ABI __attribute__((visibility("default")))

/* In an ABI function: the caller's return address, and its stack pointer at
 * the call. */
#define CALLER_PC __builtin_return_address(0)
#define CALLER_CFA ((uintptr_t)__builtin_dwarf_cfa())

/* The canonical frame address of the caller, which is built with a frame
 * pointer (-O0): gcc warns because it cannot know. */
#pragma GCC diagnostic ignored "-Wframe-address"
#define CALLER_FRAME ((uintptr_t)__builtin_frame_address(1) + 16)

#endif
