"""Forms are checked alike with and without the kernel's help; without it a line says so."""

import ctypes
import errno
import subprocess


from harness import CommandLineTest, main, pdf

ALLOW = 0x7FFF0000


def fail_with(number):
    return 0x00050000 | number


def forbid_sandboxes():
    """In the child before exec: a kernel without seccomp and Landlock, as in some containers."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_rule_add.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint]
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    rules = library.seccomp_init(ALLOW)
    for call in (b"seccomp", b"landlock_create_ruleset"):
        library.seccomp_rule_add(rules, fail_with(errno.ENOSYS), library.seccomp_syscall_resolve_name(call), 0)
    # prctl(PR_SET_SECCOMP) is the older way in; libseccomp falls back to it.
    class Condition(ctypes.Structure):
        _fields_ = [("argument", ctypes.c_uint), ("operator", ctypes.c_int),
                    ("value", ctypes.c_uint64), ("second", ctypes.c_uint64)]
    library.seccomp_rule_add_array.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint,
                                               ctypes.POINTER(Condition)]
    equal = 4
    library.seccomp_rule_add_array(rules, fail_with(errno.EINVAL), library.seccomp_syscall_resolve_name(b"prctl"),
                                   1, ctypes.byref(Condition(0, equal, 22, 0)))
    if library.seccomp_load(rules) != 0:
        raise OSError("no filter")


class WithoutSandbox(CommandLineTest):
    def test_same_report_and_one_notice(self):
        forms = [self.good_form(), self.file("a.pdf", pdf())]
        try:
            subprocess.run(["true"], preexec_fn=forbid_sandboxes, check=True)
        except subprocess.SubprocessError:
            self.skipTest("no filters can be set here: every run is one without a sandbox")
        usual = self.run_program("check", *forms)
        without = self.run_program("check", *forms, preexec_fn=forbid_sandboxes)
        self.assertEqual(without.stdout, usual.stdout)
        self.assertEqual(without.returncode, usual.returncode)
        self.assertEqual(without.stderr.count("seccomp, Landlock"), 1)
        self.assertEqual(self.run_program("text", forms[0], preexec_fn=forbid_sandboxes).stderr.count("Landlock"), 1)


if __name__ == "__main__":
    main()
