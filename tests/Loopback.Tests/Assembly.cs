using Microsoft.VisualStudio.TestTools.UnitTesting;

// One test counts the file descriptors of the whole process.
[assembly: DoNotParallelize]
