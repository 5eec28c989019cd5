# Four Cores, One Seat. `make help` lists the verbs; README.md says the rest.
# Sources are found by wildcard; products go to build/ and book/ only.

CC      = gcc
CFLAGS  = -std=c17 -O2 -g -Wall -Wextra -Wpedantic -Wshadow -Wconversion
OURS    = -D_GNU_SOURCE -Itests -fvisibility=hidden -U_FORTIFY_SOURCE -MMD -MP

interleave_src := $(wildcard tests/interleave/*.c tests/interleave/*/*.c)
interleave_obj := $(patsubst tests/%.c,build/obj/%.o,$(filter-out tests/interleave/main.c,$(interleave_src)))
check_obj      := $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/check/*.c))
grade_obj      := $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/grade/*.c))
checks         := $(patsubst tests/exercises/%/check.c,build/checks/%.so,$(wildcard tests/exercises/*/check.c))
unit           := $(patsubst tests/unit/%.c,build/unit/%,$(wildcard tests/unit/test_*.c))

.DEFAULT_GOAL := grade

tools: build/interleave build/checker build/grade $(checks)

build/interleave: build/obj/interleave/main.o build/libinterleave.a
	$(CC) $(LDFLAGS) -rdynamic -o $@ $< -Wl,--whole-archive build/libinterleave.a -Wl,--no-whole-archive -ldw -lelf -ljansson -ldl

build/checker: $(check_obj) build/libinterleave.a
	$(CC) $(LDFLAGS) -rdynamic -o $@ $(check_obj) -Wl,--whole-archive build/libinterleave.a -Wl,--no-whole-archive -ldw -lelf -lcmocka -ljansson -lseccomp -ldl

build/grade: $(grade_obj)
	$(CC) $(LDFLAGS) -o $@ $^ -ljansson -lxml2

build/libinterleave.a: $(interleave_obj)
	rm -f $@ && ar rcs $@ $^

build/obj/grade/%.o: OURS += -I/usr/include/libxml2
build/obj/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(OURS) -c -o $@ $<

build/checks/%.so: tests/exercises/%/check.c tests/check/check.h exercises/%/*.h
	@mkdir -p $(@D)
	$(CC) -std=c17 -O1 -g -Wall -Wextra -Wshadow -fPIC -fopenmp -fvisibility=hidden -Itests/check -Itests -Iexercises/$* -c -o build/checks/$*.o $<
	$(CC) -shared -Wl,-z,lazy -o $@ build/checks/$*.o

-include $(shell find build/obj -name '*.d' 2>/dev/null)
