// The one function that zjtx.exe takes from bcryptprimitives.dll, for Wine of Debian 12, which has no such library.
#include <stddef.h>

unsigned char __stdcall SystemFunction036(void *bytes, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, size_t length) {
  return SystemFunction036(bytes, (unsigned long)length);
}
