// expect: PASS, outcomes 1
/* gcc's nested functions: what calls them is written on the stack. */
int part[4];

static void each(int n, void (*visit)(int))
{
    for (int i = 0; i < n; i++)
        visit(i);
}

int main(void)
{
    int base = 3;
    void add(int i) { part[i] += base; }
    #pragma omp parallel num_threads(2)
    {
        int own = 0;
        void count(int i) { own += i; }
        each(4, count);
        #pragma omp critical
        part[0] += own;
    }
    each(4, add);
    return part[0] != 15 || part[3] != 3;
}
