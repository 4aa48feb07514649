/// What tests share.
public enum TestSupport {}
