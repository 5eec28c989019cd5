// An array that is firstprivate is copied, element by element.
// expect: PASS, executions 1, outcomes 1
int main(void)
{
    int a[4] = {1, 2, 3, 4}, ok[4] = {0};
#pragma omp parallel for firstprivate(a) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        a[(i + 1) % 4] = 9;
        ok[i] = a[i] == i + 1;
    }
    return ok[0] + ok[1] + ok[2] + ok[3] != 4;
}
