// Atomic updates of all sizes, and of a member through a pointer.
// expect: PASS, threads 2, outcomes 1
static struct {
    char a;
    short b;
    double d;
} s, *p = &s;

int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp atomic
        p->a++;
#pragma omp atomic
        p->b -= 1;
#pragma omp atomic
        p->d = 1 + p->d;
    }
    return s.a != 2 || s.b != -2 || s.d != 2;
}
