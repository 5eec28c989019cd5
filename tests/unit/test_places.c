/* test_places.c - names and lines of real programs: places must say of each
 * access what its author would. */
#include "places_fixture.h"

static void globals_are_named(void **state)
{
    (void)state;
    struct program program =
        run("struct show { int seats; double price[3]; char title[8]; };\n"
            "static int seats = 1; /* the last */\n"
            "struct show show, shows[4];\n"
            "double grid[3][4];\n"
            "unsigned short small; char letter; _Bool flag; long big; void *pointer; float real;\n"
            "enum kind { A, B } kind;\n"
            "struct { int x; struct { int y[2]; } in; union { int i; float f; }; } nested;\n"
            "int main(void)\n"
            "{\n"
            "    static int calls;\n"
            "    seats = 0;                 // gone\n"
            "    show.seats = 2;\n"
            "    shows[3].price[1] = 1.5;   /* dear */\n"
            "    grid[2][3] = 1;\n"
            "    shows[2].title[4] = 'x';\n"
            "    calls = 1;\n"
            "    small = 1; letter = 'a'; flag = 1; big = 1; pointer = 0; real = 1; kind = B;\n"
            "    nested.in.y[1] = 1;\n"
            "    nested.f = 1;\n"
            "    shows[1] = show;\n"
            "    return 0;\n"
            "}\n");
    static const char *const lines[] = {"11 main: seats = 0; | seats i",
                                        "12 main: show.seats = 2; | show.seats i",
                                        "13 main: shows[3].price[1] = 1.5; | shows[3].price[1] f",
                                        "14 main: grid[2][3] = 1; | grid[2][3] f",
                                        "15 main: shows[2].title[4] = 'x'; | shows[2].title[4] c",
                                        "16 main: calls = 1; | calls i",
#define MIXED                                                                                      \
    "17 main: small = 1; letter = 'a'; flag = 1; big = 1; pointer = 0; real = 1; kind = B; | "
                                        MIXED "small u",
                                        MIXED "letter c",
                                        MIXED "flag b",
                                        MIXED "big i",
                                        MIXED "pointer p",
                                        MIXED "real f",
                                        MIXED "kind u",
                                        "18 main: nested.in.y[1] = 1; | nested.in.y[1] i",
                                        "19 main: nested.f = 1; | nested.i i",
                                        "20 main: shows[1] = show; | shows[1] ",
                                        "20 main: shows[1] = show; | show ",
                                        NULL};
    expect(lines);
    done(&program);
}

/* What a region is handed lies in the frame of its function, in a block without
 * a name, or where that points. */
static void variables_of_a_region_are_named(void **state)
{
    (void)state;
    struct program program = run("struct show { int seats; };\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    int local = 3, arr[4] = {0};\n"
                                 "    struct show s = {1};\n"
                                 "    #pragma omp parallel num_threads(2)\n"
                                 "    {\n"
                                 "        int inner = 1, *q = &inner;\n"
                                 "        local = local - 1;\n"
                                 "        arr[inner] = 7;\n"
                                 "        s.seats = 0;\n"
                                 "        *q = 4;\n"
                                 "    }\n"
                                 "    return local;\n"
                                 "}\n");
    static const char *const wanted[] = {"8 main: int inner = 1, *q = &inner; | inner i",
                                         "9 main: local = local - 1; | local i",
                                         "9 main: local = local - 1; | local i",
                                         "10 main: arr[inner] = 7; | inner i",
                                         "10 main: arr[inner] = 7; | arr[1] i",
                                         "11 main: s.seats = 0; | s.seats i",
                                         "12 main: *q = 4; | inner i",
                                         NULL};
    int next = 0;
    for (int i = 0; i < count; i++) {
        /* the compiler's own loads of the block's pointers have no author */
        bool own = notes[i].size == 8 || !place_of(notes[i].pc).outlined;
        if (own)
            continue;
        assert_non_null(wanted[next]);
        assert_string_equal(said[i], wanted[next]);
        next++;
    }
    assert_null(wanted[next]);
    done(&program);
}

static void pointers_are_followed_when_the_statement_names_them(void **state)
{
    (void)state;
    struct program program = run("#include <stdlib.h>\n"
                                 "struct show { int seats, sold; };\n"
                                 "int *list;\n"
                                 "int take(struct show *t, double *price, int n)\n"
                                 "{\n"
                                 "    t->sold = 1;\n"
                                 "    *price = 2;\n"
                                 "    price[2] = 3;\n"
                                 "    list[n] = 4;\n"
                                 "    (t + 1)->seats = 5;\n"
                                 "    (price + 0)[1] = 6;\n"
                                 "    return 0;\n"
                                 "}\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    int heap[9];\n"
                                 "    list = heap;\n"
                                 "    struct show *shows = malloc(4 * sizeof *shows);\n"
                                 "    double *prices = malloc(4 * sizeof *prices);\n"
                                 "    return take(shows, prices, 3);\n"
                                 "}\n");
    static const char *const lines[] = {"17 main: list = heap; | list p",
                                        "6 take: t->sold = 1; | t->sold i",
                                        "7 take: *price = 2; | *price f",
                                        "8 take: price[2] = 3; | price[2] f",
                                        "9 take: list[n] = 4; | list p",
                                        "9 take: list[n] = 4; | list[3] i",
                                        "10 take: (t + 1)->seats = 5; | t[1].seats i",
                                        "11 take: (price + 0)[1] = 6; | price[1] f",
                                        NULL};
    expect(lines);
    done(&program);
}

/* A place in another function's frame is the other function's. */
static void locals_of_a_caller_are_said_to_be_its(void **state)
{
    (void)state;
    struct program program = run("static void take(int *p)\n"
                                 "{\n"
                                 "    *p = 0;\n"
                                 "}\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    int seats = 1;\n"
                                 "    take(&seats);\n"
                                 "    return 0;\n"
                                 "}\n");
    static const char *const lines[] = {"7 main: int seats = 1; | seats i",
                                        "3 take: *p = 0; | *p i", /* only take's frame is known */
                                        NULL};
    expect(lines);
    const struct frame frames[] = {{notes[1].pc, notes[1].cfa}, {notes[0].pc, notes[0].cfa}};
    uintptr_t seats = (uintptr_t)notes[0].address;
    char name[64];
    assert_true(place_name(seats, 4, frames, 2, NULL, 0, name, sizeof name));
    assert_string_equal(name, "main's seats");
    assert_true(place_name(seats, 4, frames + 1, 1, notes[1].pc, 0, name, sizeof name));
    assert_string_equal(name, "main's seats");
    assert_true(place_name(seats, 4, frames + 1, 1, NULL, 0, name, sizeof name));
    assert_string_equal(name, "seats");
    assert_false(place_name(seats + 4096, 4, frames + 1, 1, notes[1].pc, 0, name, sizeof name));
    assert_string_equal(name, "");
    assert_int_equal(place_type(seats + 4096, 4, frames + 1, 1, notes[1].pc, 0), 0);
    done(&program);
}

static void atomics_are_at_their_statement(void **state)
{
    (void)state;
    struct program program = run("int seats = 3;\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    int left;\n"
                                 "    #pragma omp atomic // one\n"
                                 "    seats++;\n"
                                 "    #pragma omp atomic capture \\\n"
                                 "        seq_cst\n"
                                 "    {\n"
                                 "        left = seats;   // old\n"
                                 "        seats--;\n"
                                 "    }\n"
                                 "    return left;\n"
                                 "}\n");
    static const char *const lines[] = {"6 main: seats++; | seats i",
                                        "9 main: { left = seats; seats--; } | seats i", NULL};
    expect(lines);
    done(&program);
}

static void symbols_are_found_by_name_and_by_address(void **state)
{
    (void)state;
    struct program program = run("int seats[5];\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    #pragma omp critical (till)\n"
                                 "    seats[0] = 1;\n"
                                 "    return 0;\n"
                                 "}\n");
    size_t size = 0;
    assert_true(place_symbol("seats", &size) == (uintptr_t)dlsym(program.handle, "seats"));
    assert_int_equal(size, 5 * sizeof(int));
    assert_true(place_symbol("main", NULL) == (uintptr_t)dlsym(program.handle, "main"));
    assert_true(place_symbol("nothing", NULL) == 0);
    assert_string_equal(place_symbol_at(place_symbol("seats", NULL)), "seats");
    assert_string_equal(place_symbol_at(place_symbol("seats", NULL) + 4), "");
    assert_string_equal(place_symbol_at(*(uintptr_t *)dlsym(program.handle, "lock")),
                        ".gomp_critical_user_till");
    assert_string_equal(place_symbol_at(16), "");
    done(&program);
}

static void comments_and_indentation_go(void **state)
{
    (void)state;
    struct program program = run("int a; char *s;\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "\ta = 1; // one\n"
                                 "    a = 2; /* two */   // and more\n"
                                 "    s = \"// no comment\"; /* but this\n"
                                 "       is */\n"
                                 "    a /* inside */ = 3;\n"
                                 "    a = '\"'; // quote\n"
                                 "    return 0;\n"
                                 "}\n");
    static const char *const lines[] = {"4 main: a = 1; | a i",
                                        "5 main: a = 2; | a i",
                                        "6 main: s = \"// no comment\"; | s p",
                                        "8 main: a /* inside */ = 3; | a i",
                                        "9 main: a = '\"'; | a i",
                                        NULL};
    expect(lines);
    done(&program);
}

static void unknown_places_are_empty(void **state)
{
    (void)state;
    int local = 0;
    char name[64] = "x";
    struct place place = place_of(&local);
    assert_int_equal(place.line, 0);
    assert_string_equal(place.file, "");
    assert_string_equal(place.function, "");
    assert_string_equal(place.text, "");
    assert_false(place_name((uintptr_t)&local, 4, NULL, 0, NULL, 0, name, sizeof name));
    assert_string_equal(name, "");
    assert_string_equal(places_open("/nowhere/at-all.so", 0),
                        "not a shared object that can be read");
    places_close();
}

/* A block or a pointer that leads nowhere gives no name, and no crash. */
static void broken_pointers_have_no_name(void **state)
{
    (void)state;
    struct program program = run("int *list;\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    int arr[4];\n"
                                 "    list = (int *)64;\n"
                                 "    #pragma omp parallel\n"
                                 "    arr[1] = 7;\n"
                                 "    return 0;\n"
                                 "}\n");
    char name[64];
    const struct note *last = &notes[count - 1];
    assert_string_equal(said[count - 1], "7 main: arr[1] = 7; | arr[1] i");
    assert_false(place_name(0x10, 4, NULL, 0, last->region, 0x10, name, sizeof name));
    assert_false(place_name(0x1000, 4, NULL, 0, last->region, 0x1000, name, sizeof name));
    assert_false(place_name(64, 4, NULL, 0, last->region, 0, name, sizeof name));
    const struct frame nowhere = {last->pc, 0x7f0000001000};
    assert_false(place_name(0x7f0000001000, 4, &nowhere, 1, NULL, 0, name, sizeof name));
    done(&program);
}

static void ten_thousand_places_take_no_time(void **state)
{
    (void)state;
    struct program program = run("int a;\nint main(void)\n{\n    a = 1;\n    return 0;\n}\n");
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(place_of(notes[0].pc).line, 4);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    double seconds =
        (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    assert_true(seconds < 0.5); /* about 2 ms when this was written */
    done(&program);
}

static int close_places(void **state)
{
    (void)state;
    places_close();
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, close_places)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(globals_are_named),
        TEST(variables_of_a_region_are_named),
        TEST(pointers_are_followed_when_the_statement_names_them),
        TEST(locals_of_a_caller_are_said_to_be_its),
        TEST(atomics_are_at_their_statement),
        TEST(symbols_are_found_by_name_and_by_address),
        TEST(comments_and_indentation_go),
        TEST(unknown_places_are_empty),
        TEST(broken_pointers_have_no_name),
        TEST(ten_thousand_places_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
