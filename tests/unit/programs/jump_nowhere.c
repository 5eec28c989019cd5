// expect: CRASH, says a NULL pointer was used
int main(void)
{
    int (*volatile function)(void) = 0;
    return function();
}
