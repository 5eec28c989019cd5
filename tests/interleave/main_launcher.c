/* main_launcher.c - the start of a program that `interleave cc` linked.
 *
 * Such a program is a shared object with an entry point and without an
 * interpreter: the kernel starts it here, nothing is relocated, there is no
 * libc. All it does is to become
 *
 *     interleave --program PATH NAME ARGUMENTS…
 *
 * which loads PATH and runs it. The tool that linked it is tried first, then
 * those on the PATH: so the program may be moved, and so may the tool.
 *
 * The tool carries this file as text (the #else below) and compiles it anew for
 * each program with LAUNCHER defined as its own path in quotes.
 */
#ifdef LAUNCHER

typedef unsigned long word;

enum { READLINK = 89, EXECVE = 59, EXIT = 231, WRITE = 1, ERROR = 2, ROOM = 4096 };

static long call(long number, const void *a, const void *b, const void *c)
{
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c)
                     : "rcx", "r11", "memory");
    return result;
}

static word length_of(const char *text)
{
    word length = 0;
    while (text[length])
        length++;
    return length;
}

static void say(const char *text)
{
    call(WRITE, (const void *)(word)ERROR, text, (const void *)length_of(text));
}

/* The folders of PATH, one after the other: room holds FOLDER/interleave. */
static const char *next_tool(const char *path, char *room)
{
    static const char name[] = "/interleave";
    word used = 0;
    for (; *path && *path != ':'; path++)
        if (used < ROOM - sizeof name - 1)
            room[used++] = *path;
    if (used == 0)
        room[used++] = '.';
    for (word i = 0; i < sizeof name; i++)
        room[used + i] = name[i];
    return *path ? path + 1 : path;
}

static const char *path_variable(char **environment)
{
    for (; *environment; environment++) {
        const char *text = *environment;
        if (text[0] == 'P' && text[1] == 'A' && text[2] == 'T' && text[3] == 'H' && text[4] == '=')
            return text + 5;
    }
    return "";
}

/* stack: the number of arguments, the arguments, 0, the environment, 0. */
__attribute__((used, noreturn, visibility("hidden"))) void interleave_started(word *stack)
{
    long count = (long)stack[0];
    char **arguments = (char **)(stack + 1), **environment = arguments + count + 1;
    char self[ROOM], tool[ROOM];
    long length = call(READLINK, "/proc/self/exe", self, (const void *)(word)(ROOM - 1));
    self[length > 0 ? length : 0] = '\0';
    char *command[count + 4];
    command[0] = tool;
    command[1] = (char *)(word) "--program";
    command[2] = self;
    for (long i = 0; i <= count; i++)
        command[3 + i] = arguments[i];
    call(EXECVE, LAUNCHER, command, environment);
    for (const char *path = path_variable(environment); *path;) {
        path = next_tool(path, tool);
        call(EXECVE, tool, command, environment);
    }
    say(self);
    say(": this program runs on interleave, which is neither at " LAUNCHER
        " nor on the PATH.\nInstall it (make install), or compile the program with gcc.\n");
    for (;;)
        call(EXIT, (const void *)127, 0, 0);
}

__asm__(".globl interleave_start\n"
        ".hidden interleave_start\n"
        ".type interleave_start, @function\n"
        "interleave_start:\n"
        "    mov %rsp, %rdi\n"
        "    and $-16, %rsp\n"
        "    call interleave_started\n"
        "    hlt\n");

/* A program without main() does not link, as elsewhere. */
extern int main();
__attribute__((used, visibility("hidden"))) int (*const interleave_main)() = main;

#else

#include "interleave/main_tool.h"

__asm__(".section .rodata\n"
        ".globl launcher_source\n"
        "launcher_source: .incbin \"tests/interleave/main_launcher.c\"\n"
        "    .byte 0\n"
        ".previous\n");

#endif
