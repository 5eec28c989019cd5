// Neighbouring members of a struct are separate objects.
// expect: PASS, outcomes 1
static struct {
    char a, b;
    short c;
    int d;
} s;

int main(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        s.a = 1;
#pragma omp section
        s.b = 2;
#pragma omp section
        s.c = 3;
#pragma omp section
        s.d = 4;
    }
    return s.a + s.b + s.c + s.d != 10;
}
