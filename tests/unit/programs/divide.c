// expect: CRASH, says divided by zero
int zero;
int main(void)
{
    return 7 / zero;
}
