// A pragma from a macro, after one in a comment and one in a string:
// #pragma omp simd
// expect: RACE, on a[1], races 1
#define LANES(clause) _Pragma("omp simd")
#define UPTO(n) for (int i = 1; i < (n); i++)
const char *text = "#pragma omp simd\n for (";
int a[32], b[32];
int main(void)
{
    for (int i = 1; i < 32; i++)
        b[i] = b[i - 1] + text[0]; // for (
    LANES()
    UPTO(32) a[i] = a[i - 1] + b[i];
    return a[3];
}
