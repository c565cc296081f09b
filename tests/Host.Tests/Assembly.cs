using Microsoft.VisualStudio.TestTools.UnitTesting;

// Tests here count file descriptors, allocations and milliseconds of the whole process.
[assembly: DoNotParallelize]
