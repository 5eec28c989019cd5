// A stack by compare and exchange whose cells are used again: the top is the
// same cell as before and yet another stack lies under it.
// expect: VARIES, outcomes 2
#include <omp.h>
enum { NONE, A, B };
int top = A, below[3] = {NONE, B, NONE}, owner[3];
static int get(const int *from)
{
    int value;
#pragma omp atomic read seq_cst
    value = *from;
    return value;
}
static int pop(void)
{
    int cell = get(&top);
    if (cell == NONE || !__atomic_compare_exchange_n(
                            &top, &cell, get(&below[cell]), 0,
                            __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        return NONE;
    return cell;
}
static void push(int cell)
{
    int under = get(&top);
#pragma omp atomic write seq_cst
    below[cell] = under;
    __atomic_compare_exchange_n(&top, &under, cell, 0,
                                __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}
int main(void)
{
    int lost = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        pop();
    } else {
        int one = pop(), two = one == A ? pop() : NONE;
        if (two == B) {
            push(A); /* B stays here, and must not be on the stack */
            lost = get(&top) == B;
        }
    }
    return lost || (top == B && below[A] == NONE);
}
