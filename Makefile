# Four Cores, One Seat. `make help` lists the verbs; README.md says the rest.
# Sources are found by wildcard; products go to build/ and book/ only.
# `make V=1` shows each command.

CC      = gcc
CFLAGS  = -std=c17 -O2 -g -Wall -Wextra -Wpedantic -Wshadow -Wconversion
OURS    = -D_GNU_SOURCE -Itests -fvisibility=hidden -U_FORTIFY_SOURCE -MMD -MP
VERSION = 0.1.0
PREFIX  = /usr/local

interleave_src := $(wildcard tests/interleave/*.c tests/interleave/*/*.c)
interleave_obj := $(patsubst tests/%.c,build/obj/%.o,$(filter-out tests/interleave/main%.c,$(interleave_src)))
tool_obj       := $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/interleave/main*.c))
check_obj      := $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/check/*.c))
grade_obj      := $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/grade/*.c))
checks         := $(patsubst tests/exercises/%/check.c,build/checks/%.so,$(wildcard tests/exercises/*/check.c))
unit           := $(patsubst tests/unit/%.c,build/unit/%,$(wildcard tests/unit/test_*.c))
benches        := $(patsubst tests/unit/%.c,build/unit/%,$(wildcard tests/unit/bench_*.c))

whole_interleave = -Wl,--whole-archive build/libinterleave.a -Wl,--no-whole-archive
Q := $(if $(V),,@)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc)
endif

.DEFAULT_GOAL := grade
.PHONY: grade tools test book bench sanitize lint new install clean help originals
.DELETE_ON_ERROR:

## grade: build what is missing, then grade exercises/ (EX=31: one, in full); ends 0 when grading ran
grade: tools
	@build/grade $(EX) || [ $$? -eq 1 ]

tools: build/interleave build/checker build/grade $(checks)

## test: every test, twice; the last line says how many passed
test: build/ready/test tools $(unit)
	@sh tests/run

## book: the pages in book/html/
book: build/ready/book tools
	@sh book/theme/build

## bench: figures about our own speed, as ratios of one run; then the corpus asked of other tools
bench: tools $(benches)
	@for bench in $(benches); do $$bench || exit 1; done
	@sh tests/unit/bench_tools.sh

## sanitize: the unit tests under AddressSanitizer and UBSan (make test does so too)
sanitize: build/ready/test originals
	@sh tests/sanitize

## lint: layout and mistakes of our own sources, scripts and exercises
lint: build/ready/test tools
	@sh tests/lint
	@build/grade lint

## new: the folders of a new exercise, with a skeleton that works (EX=35-slug)
new:
	@sh tests/grade/new.sh "$(EX)"

## install: the tools, man page and completions (PREFIX=/usr/local)
install: tools
	@sh tests/grade/install.sh "$(DESTDIR)$(PREFIX)"

## clean: remove what was built (but not the starters as they were handed out)
clean:
	@[ ! -d build ] || find build -mindepth 1 -maxdepth 1 ! -name originals ! -name hints -exec rm -rf {} +
	@rm -rf book/html book/*.epub book/*.pdf

## help: this list
help:
	@sed -n 's/^## \([a-z]*\): /  make \1\t/p' Makefile | expand -t 16

# Set-up runs once; what is missing is named and installed.
build/ready/%: tests/grade/setup.sh
	@sh tests/grade/setup.sh $*
	@mkdir -p $(@D) && touch $@
	@[ $* != grade ] || [ -e build/grade ] || echo "Building the grader, once …"

build/ready/test build/ready/book: | build/ready/grade

build/interleave: $(tool_obj) build/libinterleave.a
	$(Q)$(CC) $(LDFLAGS) -rdynamic -o $@ $(tool_obj) $(whole_interleave) -ldw -lelf -ljansson -ldl -lm

build/checker: $(check_obj) build/libinterleave.a
	$(Q)$(CC) $(LDFLAGS) -rdynamic -o $@ $(check_obj) $(whole_interleave) -ldw -lelf -lcmocka -ljansson -lseccomp -ldl -lm

build/grade: $(grade_obj)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -ljansson -lxml2

build/libinterleave.a: $(interleave_obj)
	$(Q)rm -f $@ && ar rcs $@ $^

# It asks the tool too.
build/unit/test_corpus: | build/interleave

# What check/ and grade/ offer to their unit tests: all but main().
build/lib%.a:
	$(Q)rm -f $@ && ar rcs $@ $^
build/libcheck.a: $(filter-out %/main.o,$(check_obj))
build/libgrade.a: $(filter-out %/main.o,$(grade_obj))

build/obj/grade/%.o: OURS += -I/usr/include/libxml2 -DGRADE_VERSION='"$(VERSION)"'
build/obj/interleave/main%.o: OURS += -DINTERLEAVE_VERSION='"$(VERSION)"'
build/obj/%.o: tests/%.c | build/ready/grade
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(OURS) -c -o $@ $<

# A test may have a folder of its own beside it.
build/unit/test_differential: $(patsubst tests/%.c,build/obj/%.o,$(wildcard tests/unit/differential/*.c))

# A test may put its own function in the place of one of ours: the first counts.
build/unit/%: tests/unit/%.c build/libinterleave.a build/libcheck.a build/libgrade.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(OURS) -MF build/obj/$*.d -I/usr/include/libxml2 $(LDFLAGS) -rdynamic -Wl,-z,muldefs -o $@ $< $(filter %.o,$^) build/libcheck.a build/libgrade.a \
		$(whole_interleave) -ldw -lelf -lcmocka -ljansson -lseccomp -lxml2 -ldl -lm

# Each exercise as it was handed out: learners edit exercises/, never the originals.
originals: | build/ready/grade
	@sh tests/grade/originals.sh
build/originals/%/.made: originals ;
.PRECIOUS: build/originals/%/.made build/ready/%

build/checks/%.so: tests/exercises/%/check.c tests/check/check.h build/originals/%/.made | build/ready/grade
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c17 -O0 -g -Wall -Wextra -Wshadow -fPIC -fopenmp -fvisibility=hidden -Itests/check -Itests -Ibuild/originals/$* -c -o build/checks/$*.o $<
	$(Q)$(CC) -shared -Wl,-z,lazy -o $@ build/checks/$*.o

-include $(shell find build/obj -name '*.d' 2>/dev/null)
